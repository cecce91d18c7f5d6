package io.agentsrender.fetch.chart;

import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A tree in which one folder of charts has other archives than in the tree below. */
final class PlacedCharts implements SourceTree {
  private final SourceTree below;
  private final String folder;
  private final Map<String, Content> placed;
  private final Set<String> removed;

  /**
   * @param folder the {@code charts} folder, which need not exist below
   * @param placed archives by their names in the folder
   * @param removed names in the folder that are no longer there
   */
  PlacedCharts(SourceTree below, String folder, Map<String, Content> placed, Set<String> removed) {
    this.below = below;
    this.folder = folder;
    this.placed = Map.copyOf(placed);
    this.removed = Set.copyOf(removed);
  }

  private boolean isInFolder(String path) {
    return !path.isEmpty() && TreePath.parent(path).equals(folder);
  }

  private boolean isRemoved(String path) {
    return isInFolder(path) && removed.contains(TreePath.name(path));
  }

  @Override
  public Optional<Content> file(String path) {
    Content archive = isInFolder(path) ? placed.get(TreePath.name(path)) : null;
    if (archive != null || isRemoved(path)) {
      return Optional.ofNullable(archive);
    }
    return below.file(path);
  }

  @Override
  public boolean isFolder(String path) {
    return path.equals(folder) || below.isFolder(path);
  }

  @Override
  public List<String> list(String path) {
    boolean parent = !folder.isEmpty() && path.equals(TreePath.parent(folder));
    if (!path.equals(folder) && !parent) {
      return below.list(path);
    }
    Set<String> names = new TreeSet<>(below.list(path));
    if (parent) {
      names.add(TreePath.name(folder));
    } else {
      names.removeAll(removed);
      names.addAll(placed.keySet());
    }
    return List.copyOf(names);
  }

  @Override
  public Optional<String> realPath(String path) {
    if (path.equals(folder) || isInFolder(path) && placed.containsKey(TreePath.name(path))) {
      return Optional.of(path);
    }
    return isRemoved(path) ? Optional.empty() : below.realPath(path);
  }
}
