package io.agentsrender.source.port;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;

/**
 * Where remote files and other git repositories come from, as kustomizations and refs name them.
 */
public interface RemoteSource {
  /**
   * One file by its URL.
   *
   * @throws RenderException where it is refused or cannot be had
   */
  Content file(String url);

  /**
   * A git repository at a revision.
   *
   * @param url as git takes it
   * @param revision a commit, tag or branch; empty for the default branch
   * @throws RenderException where it is refused or cannot be had
   */
  SourceTree repository(String url, String revision);

  /** The default: nothing is fetched. */
  static RemoteSource refusing() {
    return new RemoteSource() {
      @Override
      public Content file(String url) {
        throw refused("fetching " + url);
      }

      @Override
      public SourceTree repository(String url, String revision) {
        throw refused("fetching " + url + (revision.isEmpty() ? "" : " at " + revision));
      }
    };
  }

  private static RenderException refused(String tried) {
    return new RenderException(
        Problem.error(tried, "no remote source is configured, so that no connection is opened")
            .withKind(Problem.Kind.REFUSED)
            .withAdvice(
                "Copy what it names into the repository, or allow its host as a remote source."));
  }
}
