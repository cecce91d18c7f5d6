package io.agentsrender.server.request;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * A repository of which the repo-server sent one folder only, since the Application is annotated
 * with {@code manifest-generate-paths}. The folder stands at its place in the repository, so that
 * paths from the root mean what they say; asking for anything outside of it is an error, since it
 * may well be there.
 */
final class CutTree implements SourceTree {
  /** Optional everywhere, and looked for by every render: it counts as absent. */
  private static final String CONFIGURATION = "agents-render.yaml";

  private final SourceTree sent;
  private final String place;

  /**
   * @param place of {@code sent} in the repository, not its root
   */
  CutTree(SourceTree sent, String place) {
    this.sent = sent;
    this.place = place;
  }

  @Override
  public Optional<Content> file(String path) {
    return isInside(path) ? sent.file(inside(path)) : Optional.empty();
  }

  @Override
  public boolean isFolder(String path) {
    return isInside(path) ? sent.isFolder(inside(path)) : isAbove(path);
  }

  @Override
  public List<String> list(String folder) {
    if (isInside(folder)) {
      return sent.list(inside(folder));
    }
    if (!isAbove(folder)) {
      return List.of();
    }
    String below = folder.isEmpty() ? place : place.substring(folder.length() + 1);
    int slash = below.indexOf('/');
    return List.of(slash < 0 ? below : below.substring(0, slash));
  }

  @Override
  public Optional<String> realPath(String path) {
    if (isInside(path)) {
      return sent.realPath(inside(path)).map(real -> TreePath.join(place, real));
    }
    return isAbove(path) ? Optional.of(path) : Optional.empty();
  }

  private String inside(String path) {
    return path.length() == place.length() ? TreePath.ROOT : path.substring(place.length() + 1);
  }

  /** Whether the path is in what was sent; where that cannot be known, it ends the render. */
  private boolean isInside(String path) {
    if (TreePath.isWithin(place, path)) {
      return true;
    }
    if (isAbove(path) || path.equals(CONFIGURATION)) {
      return false;
    }
    throw new RenderException(
        Problem.error("reading \"" + path + "\"", "it is not in what Argo CD sent")
            .withAdvice(advice(place)));
  }

  private boolean isAbove(String path) {
    return TreePath.isWithin(path, place);
  }

  /** A space makes a path another one for what is sent, but not for refreshes (getPaths). */
  static String advice(String place) {
    return "The repo-server sent only \""
        + place
        + "\" of the repository, because of the annotation"
        + " argocd.argoproj.io/manifest-generate-paths (--plugin-use-manifest-generate-paths):"
        + " add to it what the render needs from elsewhere, with no space beside its semicolons.";
  }

  @Override
  public String toString() {
    return "CutTree[" + place + ", " + sent + "]";
  }
}
