package io.agentsrender.source;

import java.util.List;
import java.util.Optional;

/** A folder of a tree as a tree of its own: what leads out of the folder leads out of the tree. */
final class SubTree implements SourceTree {
  private final SourceTree whole;
  private final String folder;

  SubTree(SourceTree whole, String folder) {
    this.whole = whole;
    this.folder = folder;
  }

  @Override
  public Optional<Content> file(String path) {
    return realPath(path).isEmpty() ? Optional.empty() : whole.file(TreePath.join(folder, path));
  }

  @Override
  public boolean isFolder(String path) {
    return realPath(path).isPresent() && whole.isFolder(TreePath.join(folder, path));
  }

  @Override
  public List<String> list(String path) {
    return realPath(path).isEmpty() ? List.of() : whole.list(TreePath.join(folder, path));
  }

  @Override
  public Optional<String> realPath(String path) {
    Optional<String> root = whole.realPath(folder);
    Optional<String> real = whole.realPath(TreePath.join(folder, path));
    if (root.isEmpty() || real.isEmpty()) {
      return Optional.empty();
    }
    if (!TreePath.isWithin(root.get(), real.get())) {
      throw MemoryTree.escape(path, real.get());
    }
    String inside = real.get().substring(root.get().length());
    return Optional.of(inside.startsWith("/") ? inside.substring(1) : inside);
  }

  @Override
  public String toString() {
    return "SubTree[" + folder + " of " + whole + "]";
  }
}
