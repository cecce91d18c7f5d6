package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Go's {@code filepath.Glob} from a folder, without hidden names (kyaml/filesys/fsondisk.go).
 * Unlike {@link io.agentsrender.source.match.TreeGlob} it gives paths as they are written, {@code
 * ..} and all: they are held against what the kustomization has.
 */
record FolderGlob(SourceTree tree, String folder) {

  /** What there is, as paths relative to the folder. */
  List<String> matches(String pattern) {
    List<String> all = glob(pattern);
    return isHidden(pattern) ? all : all.stream().filter(path -> !isHidden(path)).toList();
  }

  private static boolean isHidden(String path) {
    return TreePath.name(path).startsWith(".");
  }

  private List<String> glob(String pattern) {
    if (!isPattern(pattern)) {
      return resolve(pattern).filter(tree::exists).isPresent() ? List.of(pattern) : List.of();
    }
    String parent = TreePath.parent(pattern);
    PathPattern name = PathPattern.of(TreePath.name(pattern));
    List<String> found = new ArrayList<>();
    for (String above : isPattern(parent) ? glob(parent) : List.of(parent)) {
      for (String child : resolve(above).map(tree::list).orElse(List.of())) {
        if (matches(name, child, pattern)) {
          found.add(TreePath.join(above, child));
        }
      }
    }
    return found;
  }

  private Optional<String> resolve(String path) {
    return path.startsWith("/") ? Optional.empty() : TreePath.resolve(folder, path);
  }

  private static boolean isPattern(String path) {
    return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
  }

  private static boolean matches(PathPattern name, String child, String pattern) {
    try {
      return name.matches(child);
    } catch (MalformedPatternException e) {
      throw BuildFailure.of(
          "error checking the filesystem: " + e.getMessage() + " \"" + pattern + "\"");
    }
  }
}
