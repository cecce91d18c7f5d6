package io.agentsrender.render.repository;

import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;

/**
 * A folder of a tree.
 *
 * @param folder from the root of the tree
 */
public record Located(SourceTree tree, String folder) {
  /** A folder below this one; neither is checked. */
  public Located below(String child) {
    return new Located(tree, TreePath.join(folder, child));
  }

  /** Whether a file of that name is in the folder. */
  public boolean has(String name) {
    return tree.file(TreePath.join(folder, name)).isPresent();
  }
}
