package io.agentsrender.render.values;

import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A glob over the paths of a tree: {@code *} and {@code ?} stop at a slash, {@code **} as a whole
 * name stands for any number of folders, {@code [...]} is a class of characters.
 */
final class PathGlob {
  private final List<String> names;

  private PathGlob(List<String> names) {
    this.names = names;
  }

  static boolean isGlob(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  static PathGlob of(String path) {
    return new PathGlob(List.of(path.split("/", -1)));
  }

  /** The matching files in lexical order. */
  List<ValueFile> files(SourceTree tree) {
    List<ValueFile> found = new ArrayList<>();
    walk(tree, TreePath.ROOT, 0, found);
    return found;
  }

  private void walk(SourceTree tree, String folder, int index, List<ValueFile> found) {
    String name = names.get(index);
    boolean last = index == names.size() - 1;
    if (name.equals("**")) {
      if (!last) {
        walk(tree, folder, index + 1, found);
      }
      for (String child : tree.list(folder)) {
        String path = TreePath.join(folder, child);
        if (tree.isFolder(path)) {
          walk(tree, path, index, found);
        } else if (last) {
          tree.file(path).ifPresent(content -> found.add(new ValueFile(path, content)));
        }
      }
      return;
    }
    PathPattern pattern = PathPattern.of(name);
    for (String child : tree.list(folder)) {
      String path = TreePath.join(folder, child);
      if (!matches(pattern, child)) {
        continue;
      }
      if (last) {
        tree.file(path).ifPresent(content -> found.add(new ValueFile(path, content)));
      } else if (tree.isFolder(path)) {
        walk(tree, path, index + 1, found);
      }
    }
  }

  private static boolean matches(PathPattern pattern, String name) {
    try {
      return pattern.matches(name);
    } catch (MalformedPatternException e) {
      return false;
    }
  }
}
