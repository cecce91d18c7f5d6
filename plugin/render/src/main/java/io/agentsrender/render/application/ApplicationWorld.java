package io.agentsrender.render.application;

import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.render.application.source.Session;
import io.agentsrender.render.repository.GivenRepositories;
import io.agentsrender.render.repository.OwnRepository;
import io.agentsrender.render.repository.Repositories;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.Remotes;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the Applications of a repository are rendered with.
 *
 * @param own the repository they stand in
 * @param given other repositories, by URL
 * @param remotes gives each Application what is not at hand
 * @param isConnected whether {@code remotes} may give repositories at all
 */
public record ApplicationWorld(
    OwnRepository own,
    RepositorySettings settings,
    Map<String, SourceTree> given,
    Supplier<Remotes> remotes,
    boolean isConnected,
    Cluster cluster) {
  public ApplicationWorld {
    given = Map.copyOf(given);
  }

  public SourceTree tree() {
    return own.tree();
  }

  /** What one Application is rendered with: what it asks for twice is fetched once. */
  public Session session() {
    Remotes fetched = remotes.get();
    GivenRepositories sources = new GivenRepositories(given, fetched.sources());
    return new Session(
        new Repositories(own, settings, sources),
        new Remotes(fetched.charts(), sources),
        isConnected);
  }
}
