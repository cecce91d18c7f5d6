package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.source.Position;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.TreeGlob;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code kustomize edit add component} (commands/edit/add/addcomponent.go).
 *
 * @param paths folders relative to the kustomization, or patterns for some
 * @param ignoreMissing whether those that do not exist are left out
 */
public record ComponentOverrides(List<String> paths, boolean ignoreMissing) {
  static final ComponentOverrides NONE = new ComponentOverrides(List.of(), false);

  public ComponentOverrides {
    paths = List.copyOf(paths);
  }

  /**
   * The components to add.
   *
   * @param place for all of them
   * @throws BuildFailure where one does not exist
   */
  List<Entry> found(List<Entry> present, Loader loader, Position place) {
    Set<String> found = new LinkedHashSet<>();
    for (String path : paths) {
      if (!ignoreMissing || exists(path, loader)) {
        found.addAll(matches(path, loader));
      }
    }
    present.forEach(entry -> found.remove(entry.text()));
    return found.stream().map(path -> new Entry(path, place)).toList();
  }

  private static boolean exists(String path, Loader loader) {
    try {
      return TreePath.resolve(loader.root(), path).filter(loader.tree()::exists).isPresent();
    } catch (RenderException outside) {
      return false;
    }
  }

  private static List<String> matches(String path, Loader loader) {
    List<String> matches = glob(path, loader);
    if (!matches.isEmpty()) {
      return matches;
    }
    try {
      loader.open(path);
    } catch (BuildFailure failure) {
      throw failure.wrap(path + " has no match");
    }
    return List.of(path);
  }

  /** What there is, as paths relative to the kustomization (kyaml/filesys/fsondisk.go, Glob). */
  private static List<String> glob(String path, Loader loader) {
    if (!TreeGlob.isPattern(path)) {
      return exists(path, loader) ? List.of(path) : List.of();
    }
    try {
      return TreeGlob.of(path)
          .relativeMatches(loader.tree(), loader.root())
          .filter(match -> isHidden(path) || !isHidden(match))
          .toList();
    } catch (MalformedPatternException e) {
      throw BuildFailure.of(
          "error checking the filesystem: " + e.getMessage() + " \"" + path + "\"");
    }
  }

  private static boolean isHidden(String path) {
    return TreePath.name(path).startsWith(".");
  }
}
