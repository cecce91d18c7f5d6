package io.agentsrender.fetch.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.source.Content;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The files of a commit in one content, each unpacked when it is asked for. */
final class PackedTree {
  /** "artree" and the version of the form. */
  static final long MAGIC = 0x6172747265650001L;

  static final byte FILE = 0;
  static final byte LINK = 1;
  static final byte SUBMODULE = 2;

  private final byte[] bytes;
  private final Map<String, Entry> entries;

  /** Where something stands. */
  private record Entry(byte kind, int offset, int packed, int size) {}

  private PackedTree(byte[] bytes, Map<String, Entry> entries) {
    this.bytes = bytes;
    this.entries = entries;
  }

  /** Reads the index; empty where the content is none of ours. */
  static Optional<PackedTree> open(Content content) {
    byte[] bytes = content.toByteArray();
    ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
    try (DataInputStream in = new DataInputStream(stream)) {
      if (in.readLong() != MAGIC) {
        return Optional.empty();
      }
      int count = in.readInt();
      Map<String, Entry> entries = HashMap.newHashMap(count);
      int offset = 0;
      for (int i = 0; i < count; i++) {
        byte kind = in.readByte();
        String path = in.readUTF();
        int size = in.readInt();
        int packed = in.readInt();
        entries.put(path, new Entry(kind, offset, packed, size));
        offset += packed;
      }
      int start = bytes.length - stream.available();
      entries.replaceAll((_, entry) ->
          new Entry(entry.kind(), start + entry.offset(), entry.packed(), entry.size()));
      return Optional.of(new PackedTree(bytes, entries));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What is told of every path. */
  interface Visitor {
    void file(String path);

    void link(String path, String target);

    void submodule(String path);
  }

  void visit(Visitor visitor) {
    entries.forEach((path, entry) -> {
      switch (entry.kind()) {
        case LINK -> visitor.link(path, new String(unpack(entry), UTF_8));
        case SUBMODULE -> visitor.submodule(path);
        default -> visitor.file(path);
      }
    });
  }

  /** The file's content; empty where no file has that path. */
  Optional<Content> file(String path) {
    return Optional.ofNullable(entries.get(path))
        .filter(entry -> entry.kind() == FILE)
        .map(entry -> Content.ofOwned(unpack(entry)));
  }

  private byte[] unpack(Entry entry) {
    byte[] content = new byte[entry.size()];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, entry.offset(), entry.packed());
      int done = 0;
      while (done < content.length && !inflater.finished()) {
        int more = inflater.inflate(content, done, content.length - done);
        if (more == 0) {
          break;
        }
        done += more;
      }
      return content;
    } catch (DataFormatException e) {
      throw new IllegalStateException("content that matches its digest is not what was written", e);
    } finally {
      inflater.end();
    }
  }
}
