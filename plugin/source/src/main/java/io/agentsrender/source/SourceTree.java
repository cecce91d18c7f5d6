package io.agentsrender.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An immutable tree of files. Paths are those of {@link TreePath}. Symbolic links are followed as
 * long as they stay inside the tree; one that leads out of it is an error when it is read, and
 * never content.
 */
public interface SourceTree {
  /**
   * The file at {@code path}, or empty where there is none (a folder is not a file).
   *
   * @throws RenderException where a link on the way leads out of the tree or the file cannot be
   *     read
   */
  Optional<Content> file(String path);

  boolean isFolder(String path);

  /** The sorted names in a folder; empty where there is no such folder. */
  List<String> list(String folder);

  /**
   * The path without symbolic links on the way, or empty where nothing is there.
   *
   * @throws RenderException where a link on the way leads out of the tree
   */
  Optional<String> realPath(String path);

  default boolean exists(String path) {
    return isFolder(path) || file(path).isPresent();
  }

  /** A folder of this tree as a tree of its own; nothing outside of it can be reached. */
  default SourceTree below(String folder) {
    return folder.isEmpty() ? this : new SubTree(this, folder);
  }

  /** A tree in memory. */
  static SourceTree of(Map<String, Content> files) {
    return new MemoryTree(new TreeMap<>(files), Map.of(), Set.of());
  }

  /**
   * The files below a folder of this machine, each read when it is first asked for and then kept.
   */
  static SourceTree ofFolder(Path folder) {
    return new FolderTree(folder);
  }

  static Builder builder() {
    return new Builder();
  }

  /** Collects a tree in memory, as it is read from an archive or a git tree. */
  final class Builder {
    private final TreeMap<String, Content> files = new TreeMap<>();
    private final TreeMap<String, String> links = new TreeMap<>();

    private final TreeSet<String> folders = new TreeSet<>();

    private Builder() {}

    public Builder file(String path, Content content) {
      files.put(path, content);
      return this;
    }

    /**
     * Adds a symbolic link.
     *
     * @param target as the link holds it: relative to the link's folder
     */
    public Builder link(String path, String target) {
      links.put(path, target);
      return this;
    }

    /** Adds a folder, which only matters where nothing stands in it. */
    public Builder folder(String path) {
      folders.add(path);
      return this;
    }

    public SourceTree build() {
      return new MemoryTree(new TreeMap<>(files), Map.copyOf(links), folders);
    }
  }
}
