package io.agentsrender.render.repository;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.port.RemoteSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds git repositories by their URL: what the settings put in their place, the one that is
 * rendered, or another one, which is asked for once in a render.
 */
public final class Repositories {
  private record Revision(String url, String revision) {}

  private final OwnRepository own;
  private final RepositorySettings settings;
  private final GivenRepositories others;
  private final Map<Revision, SourceTree> fetched = new HashMap<>();

  public Repositories(OwnRepository own, RepositorySettings settings, RemoteSource remote) {
    this(own, settings, new GivenRepositories(Map.of(), remote));
  }

  /**
   * @param others come before the own repository where they are at hand
   */
  public Repositories(OwnRepository own, RepositorySettings settings, GivenRepositories others) {
    this.own = own;
    this.settings = settings;
    this.others = others;
  }

  public OwnRepository own() {
    return own;
  }

  public RepositorySettings settings() {
    return settings;
  }

  /**
   * The root of a repository.
   *
   * @param revision empty for the default branch
   * @throws RenderException where it is refused or cannot be had
   */
  public Located find(String url, String revision) {
    Optional<RefTarget> mapped = settings.repository(url);
    return mapped.isPresent()
        ? mapped(mapped.get(), "finding the repository " + url)
        : ownOrOther(url, revision);
  }

  /** Whether a repository is at hand: this one, or what stands in the place of another. */
  public boolean isAtHand(String url) {
    return settings.repository(url).filter(RefTarget.Own.class::isInstance).isPresent()
        || own.is(url)
        || others.find(url).isPresent();
  }

  /** What a target in the settings or parameters stands for. */
  Located target(RefTarget target, String tried) {
    return switch (target) {
      case RefTarget.Own(String folder) -> new Located(own.tree(), folder(folder, tried));
      case RefTarget.Remote(String url, String revision) -> find(url, revision);
    };
  }

  /** What the settings put in the place of a repository is not looked up there again. */
  private Located mapped(RefTarget target, String tried) {
    return switch (target) {
      case RefTarget.Own(String folder) -> new Located(own.tree(), folder(folder, tried));
      case RefTarget.Remote(String url, String revision) -> ownOrOther(url, revision);
    };
  }

  private Located ownOrOther(String url, String revision) {
    Optional<SourceTree> known = others.find(url);
    if (known.isPresent()) {
      return new Located(known.get(), TreePath.ROOT);
    }
    return own.is(url) && own.isAt(revision)
        ? new Located(own.tree(), TreePath.ROOT)
        : new Located(fetch(url, revision), TreePath.ROOT);
  }

  private String folder(String folder, String tried) {
    String path = TreePath.confine(TreePath.ROOT, folder, tried);
    if (!own.tree().isFolder(path)) {
      throw new RenderException(
          Problem.error(tried, "there is no folder \"" + folder + "\" in the repository")
              .withAdvice("Name a folder from the root of the repository, or URL@revision."));
    }
    return path;
  }

  private SourceTree fetch(String url, String revision) {
    Revision key = new Revision(url, revision);
    SourceTree known = fetched.get(key);
    if (known == null) {
      known = others.repository(url, revision);
      fetched.put(key, known);
    }
    return known;
  }
}
