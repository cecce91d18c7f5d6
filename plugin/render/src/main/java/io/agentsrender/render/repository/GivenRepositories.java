package io.agentsrender.render.repository;

import io.agentsrender.gitops.ref.RepositoryUrl;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.RemoteSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers for repositories that are at hand, whatever revision is asked for, before it asks for
 * others.
 */
public final class GivenRepositories implements RemoteSource {
  private final Map<String, SourceTree> given = new HashMap<>();
  private final RemoteSource others;

  /**
   * @param given by URL
   */
  public GivenRepositories(Map<String, SourceTree> given, RemoteSource others) {
    given.forEach((url, tree) -> this.given.put(RepositoryUrl.normalised(url), tree));
    this.others = others;
  }

  /** The repository, where it is at hand. */
  Optional<SourceTree> find(String url) {
    return Optional.ofNullable(given.get(RepositoryUrl.normalised(url)));
  }

  @Override
  public Content file(String url) {
    return others.file(url);
  }

  @Override
  public SourceTree repository(String url, String revision) {
    return find(url).orElseGet(() -> others.repository(url, revision));
  }
}
