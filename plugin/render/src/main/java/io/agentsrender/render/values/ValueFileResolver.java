package io.agentsrender.render.values;

import io.agentsrender.source.Content;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds value files as Argo CD does: relative to the application, from the root of the repository
 * with a leading {@code /}, or with {@code $ref/} from the root of what the ref names. A name may
 * be a glob; its matches come in lexical order. An existing file whose name looks like a glob is
 * that file.
 */
public final class ValueFileResolver {
  private static final String TRIED = "reading value files";

  private final SourceTree tree;
  private final String folder;
  private final boolean ignoreMissing;

  /**
   * @param folder the application's folder, from which relative names start
   * @param ignoreMissing whether a missing file is a warning rather than an error
   */
  public ValueFileResolver(SourceTree tree, String folder, boolean ignoreMissing) {
    this.tree = tree;
    this.folder = folder;
    this.ignoreMissing = ignoreMissing;
  }

  /**
   * The files in rising precedence.
   *
   * @param problems takes the warnings about skipped files
   * @throws RenderException with one problem for each file that is missing or outside of the
   *     repository
   */
  public List<ValueFile> resolve(List<String> names, List<Problem> problems) {
    List<ValueFile> found = new ArrayList<>();
    List<Problem> errors = new ArrayList<>();
    for (String name : names) {
      int known = errors.size();
      List<ValueFile> files = files(name, errors);
      found.addAll(files);
      if (files.isEmpty() && errors.size() == known) {
        (ignoreMissing ? problems : errors).add(missing(name));
      }
    }
    if (!errors.isEmpty()) {
      throw new RenderException(errors);
    }
    return found;
  }

  private List<ValueFile> files(String name, List<Problem> errors) {
    Optional<String> inside = TreePath.resolve(folder, withoutRef(name));
    if (inside.isEmpty()) {
      errors.add(
          Problem.error(TRIED, "the value file \"" + name + "\" leads out of the repository")
              .withAdvice("Use a path inside the repository."));
      return List.of();
    }
    String path = inside.get();
    Optional<Content> file = tree.file(path);
    if (file.isPresent()) {
      return List.of(new ValueFile(path, file.get()));
    }
    return PathGlob.isGlob(path) ? PathGlob.of(path).files(tree) : List.of();
  }

  /** A ref stands for the application's own repository unless another is declared for it. */
  private static String withoutRef(String name) {
    if (!name.startsWith("$")) {
      return name;
    }
    int slash = name.indexOf('/');
    return slash < 0 ? "/" : name.substring(slash);
  }

  private Problem missing(String name) {
    String path = TreePath.resolve(folder, withoutRef(name)).orElse(name);
    if (ignoreMissing) {
      return Problem.warning(TRIED, "skipped \"" + name + "\": there is no file " + path);
    }
    String parent = TreePath.parent(path);
    String advice =
        NearestName.of(TreePath.name(path), tree.list(parent))
            .map(near -> "Did you mean \"" + TreePath.join(parent, near) + "\"? ")
            .orElse("");
    return Problem.error(TRIED, "there is no file " + path + ", named as \"" + name + "\"")
        .withAdvice(advice + "Where it may be absent, set ignore-missing-values-files to true.");
  }
}
