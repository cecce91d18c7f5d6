package io.agentsrender.kustomize.load;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.source.port.RemoteSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that one kustomization names (api/internal/loader/fileloader.go). In the
 * messages, which are kustomize's own, {@code /} is the root of the repository.
 */
public final class Loader {
  private final SourceTree tree;
  private final String root;
  private final @Nullable Loader referrer;
  private final @Nullable RepositoryUrl repository;
  private final LoadRestriction restriction;
  private final RemoteSource remotes;

  private Loader(
      SourceTree tree,
      String root,
      @Nullable Loader referrer,
      @Nullable RepositoryUrl repository,
      LoadRestriction restriction,
      RemoteSource remotes) {
    this.tree = tree;
    this.root = root;
    this.referrer = referrer;
    this.repository = repository;
    this.restriction = restriction;
    this.remotes = remotes;
  }

  /**
   * A loader for the kustomization to be built.
   *
   * @param folder its path in the tree
   */
  public static Loader of(
      SourceTree tree, String folder, LoadRestriction restriction, RemoteSource remotes) {
    String root = translated(() -> confirmFolder(tree, folder));
    return new Loader(tree, root, null, null, restriction, remotes);
  }

  public SourceTree tree() {
    return tree;
  }

  /** The kustomization's folder in the tree. */
  public String root() {
    return root;
  }

  /** The folder as messages call it. */
  public String displayRoot() {
    return display(root);
  }

  private static String display(String path) {
    return "/" + path;
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (BudgetExceededException exceeded) {
      throw exceeded;
    } catch (RenderException failure) {
      throw BuildFailure.of(failure);
    }
  }

  private static String confirmFolder(SourceTree tree, String path) {
    Optional<String> real = tree.realPath(path);
    if (real.isEmpty()) {
      throw BuildFailure.of(
          "must build at directory: not a valid directory: " + missing(tree, path));
    }
    if (!tree.isFolder(real.get())) {
      throw BuildFailure.of(
          "must build at directory: '" + display(path) + "': file is not directory");
    }
    return real.get();
  }

  /** Names the uppermost folder that is not there, as walking down the path meets it first. */
  private static String missing(SourceTree tree, String path) {
    String first = path;
    while (!first.isEmpty() && !tree.exists(TreePath.parent(first))) {
      first = TreePath.parent(first);
    }
    return "evalsymlink failure on '"
        + display(path)
        + "' : lstat "
        + display(first)
        + ": no such file or directory";
  }

  /**
   * A loader for another folder or repository that this kustomization names.
   *
   * @throws BuildFailure where it is none, or has been visited on the way here
   */
  public Loader open(String path) {
    if (path.isEmpty()) {
      throw BuildFailure.of("new root cannot be empty");
    }
    Optional<RepositoryUrl> url = RepositoryUrl.parse(path);
    if (url.isPresent()) {
      return openRepository(url.get());
    }
    if (path.startsWith("/")) {
      throw BuildFailure.of("new root '" + path + "' cannot be absolute")
          .withAdvice("Use a path relative to the kustomization.");
    }
    String folder = inside(path);
    String real = translated(() -> confirmFolder(tree, folder));
    requireNoCycle(real, tree);
    return new Loader(tree, real, this, repository, restriction, remotes);
  }

  private void requireNoCycle(String candidate, SourceTree of) {
    for (Loader visited = this; visited != null; visited = visited.referrer) {
      if (visited.tree == of && TreePath.isWithin(candidate, visited.root)) {
        throw BuildFailure.of(
                "cycle detected: candidate root '"
                    + display(candidate)
                    + "' contains visited root '"
                    + display(visited.root)
                    + "'")
            .withAdvice("A kustomization cannot build itself or a folder around it.");
      }
    }
  }

  private Loader openRepository(RepositoryUrl url) {
    for (Loader visited = this; visited != null; visited = visited.referrer) {
      if (visited.repository != null && visited.repository.raw().startsWith(url.raw())) {
        throw BuildFailure.of(
            "cycle detected: URI '"
                + url.raw()
                + "' referenced by previous URI '"
                + visited.repository.raw()
                + "'");
      }
    }
    SourceTree clone = translated(() -> remotes.repository(url.repository(), url.revision()));
    String folder = TreePath.resolve(TreePath.ROOT, url.folder()).orElse(TreePath.ROOT);
    String real = translated(() -> confirmFolder(clone, folder));
    return new Loader(clone, real, this, url, LoadRestriction.ROOT_ONLY, remotes);
  }

  private String inside(String path) {
    return TreePath.resolve(root, path)
        .orElseThrow(() ->
            BuildFailure.of(
                    "security; '"
                        + path
                        + "' leads out of the repository from '"
                        + display(root)
                        + "'")
                .withAdvice("Use a path that stays inside the repository."));
  }

  /**
   * The content of a file that this kustomization names.
   *
   * @throws BuildFailure where there is none, or it may not be read from here
   */
  public Content load(String path) {
    if (RepositoryUrl.isHttp(path)) {
      return translated(() -> remotes.file(path));
    }
    return translated(() -> content(path));
  }

  private Content content(String path) {
    String file = pathOf(path);
    return tree.file(file).orElseThrow(() -> BuildFailure.of(missing(tree, file)));
  }

  /**
   * Where a file that this kustomization names stands in the tree; a URL stays as it is.
   *
   * @throws BuildFailure as for {@link #load}
   */
  public String pathOf(String path) {
    if (RepositoryUrl.isHttp(path)) {
      return path;
    }
    if (path.startsWith("/")) {
      throw BuildFailure.of(
              "security; file '" + path + "' is not in or below '" + displayRoot() + "'")
          .withAdvice("Use a path relative to the kustomization.");
    }
    String file = inside(path);
    Optional<String> found = translated(() -> tree.realPath(file));
    if (found.isEmpty()) {
      throw BuildFailure.of(missing(tree, file));
    }
    String real = found.get();
    if (tree.isFolder(real)) {
      throw BuildFailure.of("'" + display(file) + "' must resolve to a file");
    }
    if (restriction == LoadRestriction.ROOT_ONLY
        && !TreePath.isWithin(root, TreePath.parent(real))) {
      throw BuildFailure.of(
              "security; file '" + display(file) + "' is not in or below '" + displayRoot() + "'")
          .withAdvice(
              "Move it below the kustomization, make a kustomization of its folder and name that,"
                  + " or build with the load restrictor LoadRestrictionsNone.");
    }
    return real;
  }

  /** Whether a folder that this kustomization names exists. */
  public boolean isFolder(String path) {
    return TreePath.resolve(root, path).filter(tree::isFolder).isPresent();
  }
}
