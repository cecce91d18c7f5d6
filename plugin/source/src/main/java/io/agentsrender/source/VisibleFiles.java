package io.agentsrender.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The files of a tree as people go through it: folders whose names start with a dot are left out,
 * and folders behind links, which are seen where they are.
 */
public final class VisibleFiles {
  private final SourceTree tree;
  private final List<String> files = new ArrayList<>();

  private VisibleFiles(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * The paths of the files below a folder, folder by folder in the order of the names.
   *
   * @throws RenderException where a link leads out of the tree
   */
  public static List<String> below(SourceTree tree, String folder) {
    VisibleFiles found = new VisibleFiles(tree);
    found.walk(folder);
    return List.copyOf(found.files);
  }

  private void walk(String folder) {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (!tree.isFolder(path)) {
        files.add(path);
      } else if (!name.startsWith(".") && tree.realPath(path).filter(path::equals).isPresent()) {
        walk(path);
      }
    }
  }
}
