package io.agentsrender.fetch.git;

import io.agentsrender.source.Content;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;

/**
 * Writes the files of a commit into one content, as {@link PackedTree} reads them: an index of all
 * paths, and behind it each file packed by itself, so that reading one costs nothing for the
 * others.
 */
final class TreePacker {
  private static final int LEVEL = 3;
  private static final int BUFFER = 1 << 13;

  private final ByteArrayOutputStream index = new ByteArrayOutputStream();
  private final DataOutputStream entries = new DataOutputStream(index);
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final byte[] buffer = new byte[BUFFER];
  private int count;

  void file(String path, byte[] content) {
    add(PackedTree.FILE, path, content);
  }

  /**
   * A symbolic link.
   *
   * @param target as git keeps it
   */
  void link(String path, byte[] target) {
    add(PackedTree.LINK, path, target);
  }

  void submodule(String path) {
    add(PackedTree.SUBMODULE, path, new byte[0]);
  }

  private void add(byte kind, String path, byte[] content) {
    int before = packed.size();
    pack(content);
    try {
      entries.writeByte(kind);
      entries.writeUTF(path);
      entries.writeInt(content.length);
      entries.writeInt(packed.size() - before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count++;
  }

  private void pack(byte[] content) {
    deflater.reset();
    deflater.setInput(content);
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
  }

  /** All that was added; the packer is used up then. */
  Content finish() {
    deflater.end();
    ByteArrayOutputStream whole = new ByteArrayOutputStream(index.size() + packed.size() + BUFFER);
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.writeLong(PackedTree.MAGIC);
      out.writeInt(count);
      index.writeTo(out);
      packed.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Content.ofOwned(whole.toByteArray());
  }
}
