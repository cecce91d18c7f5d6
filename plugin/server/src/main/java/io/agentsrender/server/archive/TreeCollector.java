package io.agentsrender.server.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entries of a tar stream as a source tree. {@code .git} is let pass and not kept;
 * whatever no checkout has, or what could lead out of the tree, is an error.
 */
final class TreeCollector implements TarDecoder.Entries {
  /** What the maps of the tree cost for one entry, about. */
  private static final long ENTRY_BYTES = 250;

  private static final String GIT = ".git";

  /**
   * Memory is taken as content comes, in case a header promises a size that never comes. The size
   * of a small file is believed.
   */
  private static final int BELIEVED_BYTES = 1 << 20;

  private enum Kind {
    FOLDER,
    FILE,
    LINK
  }

  private final ArchiveLimits limits;
  private final LongConsumer memory;
  private SourceTree.Builder tree = SourceTree.builder();
  private final Map<String, Kind> kinds = new HashMap<>();
  private String lastFolder = TreePath.ROOT;
  private int entries;
  private int files;
  private long heldBytes;

  private String path = TreePath.ROOT;
  private long size;
  private byte @Nullable [] content;
  private int filled;

  /**
   * @param memory told of bytes before they are taken; it may refuse by an exception
   */
  TreeCollector(ArchiveLimits limits, LongConsumer memory) {
    this.limits = limits;
    this.memory = memory;
    kinds.put(TreePath.ROOT, Kind.FOLDER);
  }

  @Override
  public void begin(TarHeader header) {
    if (++entries > limits.entries()) {
      throw ArchiveProblem.limit(
          "it has more than " + limits.entries() + " entries", "AGENTS_RENDER_MAX_ARCHIVE_ENTRIES");
    }
    path = pathOf(header);
    content = null;
    if (isGit(path)) {
      return;
    }
    switch (header.type()) {
      case TarHeader.FILE -> beginFile(header);
      case TarHeader.OLD_FILE -> {
        if (header.name().endsWith("/")) {
          folder(header);
        } else {
          beginFile(header);
        }
      }
      case TarHeader.FOLDER -> folder(header);
      case TarHeader.SYMBOLIC_LINK -> link(header);
      default ->
          throw ArchiveProblem.entry(
              header.name(),
              "is neither a file, a folder nor a symbolic link (type '" + header.type() + "')");
    }
  }

  private void beginFile(TarHeader header) {
    place(header, Kind.FILE);
    size = header.size();
    if (size > Integer.MAX_VALUE - 8) {
      throw ArchiveProblem.entry(header.name(), "is a file of " + size + " bytes");
    }
    take(size + cost(path));
    content = new byte[(int) Math.min(size, BELIEVED_BYTES)];
    filled = 0;
  }

  private void folder(TarHeader header) {
    if (kinds.get(path) != Kind.FOLDER) {
      place(header, Kind.FOLDER);
      take(cost(path));
      tree.folder(path);
    }
  }

  private void link(TarHeader header) {
    place(header, Kind.LINK);
    String target = header.link();
    checkLength(header, target);
    if (target.startsWith("/") || TreePath.resolve(TreePath.parent(path), target).isEmpty()) {
      throw ArchiveProblem.entry(
          header.name(),
          "is a symbolic link to \""
              + ArchiveProblem.quote(target)
              + "\", which leads out of the repository");
    }
    take(cost(path) + target.length());
    tree.link(path, target);
  }

  @Override
  public void body(byte[] bytes, int offset, int length) {
    byte[] kept = content;
    if (kept == null) {
      return;
    }
    if (filled + length > kept.length) {
      kept = Arrays.copyOf(kept, (int) Math.min(size, Math.max(2L * kept.length, filled + length)));
      content = kept;
    }
    System.arraycopy(bytes, offset, kept, filled, length);
    filled += length;
  }

  @Override
  public void end() {
    byte[] kept = content;
    if (kept != null) {
      content = null;
      files++;
      tree.file(path, Content.ofOwned(kept));
    }
  }

  /** Enters the path, with the folders above it that had no entry of their own. */
  private void place(TarHeader header, Kind kind) {
    String parent = TreePath.parent(path);
    if (!parent.equals(lastFolder)) {
      placeParents(header, parent);
      lastFolder = parent;
    }
    if (kinds.putIfAbsent(path, kind) != null) {
      throw ArchiveProblem.entry(header.name(), "comes twice");
    }
  }

  private void placeParents(TarHeader header, String folder) {
    Kind known = kinds.get(folder);
    if (known == null) {
      placeParents(header, TreePath.parent(folder));
      take(cost(folder));
      kinds.put(folder, Kind.FOLDER);
    } else if (known != Kind.FOLDER) {
      String what = known == Kind.LINK ? "the symbolic link" : "the file";
      throw ArchiveProblem.entry(
          header.name(),
          "stands below " + what + " \"" + ArchiveProblem.quote(folder) + "\" of the same archive");
    }
  }

  private String pathOf(TarHeader header) {
    String name = header.name();
    checkLength(header, name);
    if (name.startsWith("/")) {
      throw ArchiveProblem.entry(name, "has an absolute name");
    }
    if (name.indexOf('\0') >= 0) {
      throw ArchiveProblem.entry(name, "has a zero byte in its name");
    }
    if (("/" + name + "/").contains("/../")) {
      throw ArchiveProblem.entry(name, "has \"..\" in its name");
    }
    String path = TreePath.resolve(TreePath.ROOT, name).orElse(TreePath.ROOT);
    long depth = path.chars().filter(c -> c == '/').count();
    if (depth > limits.depth()) {
      throw ArchiveProblem.limit(
          "entry \"" + ArchiveProblem.quote(name) + "\" stands " + depth + " folders deep",
          "AGENTS_RENDER_MAX_ARCHIVE_DEPTH");
    }
    return path;
  }

  private void checkLength(TarHeader header, String text) {
    int length = text.getBytes(UTF_8).length;
    if (length > limits.nameBytes()) {
      throw ArchiveProblem.limit(
          "entry \""
              + ArchiveProblem.quote(header.name())
              + "\" has a name or target of "
              + length
              + " bytes",
          "AGENTS_RENDER_MAX_ARCHIVE_NAME_BYTES");
    }
  }

  private static boolean isGit(String path) {
    return path.equals(GIT)
        || path.startsWith(GIT + "/")
        || path.endsWith("/" + GIT)
        || path.contains("/" + GIT + "/");
  }

  private static long cost(String path) {
    return ENTRY_BYTES + 2L * path.length();
  }

  private void take(long bytes) {
    memory.accept(bytes);
    heldBytes += bytes;
  }

  /** Lets go of all content: the archive turned out to be useless. */
  void discard() {
    tree = SourceTree.builder();
    content = null;
    kinds.clear();
  }

  UnpackedArchive finish(long unpackedBytes) {
    return new UnpackedArchive(tree.build(), files, heldBytes, unpackedBytes);
  }
}
