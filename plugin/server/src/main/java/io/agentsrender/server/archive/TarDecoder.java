package io.agentsrender.server.archive;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a tar stream that is pushed in apart into entries. */
final class TarDecoder implements ByteSink {
  /** As much as Go's archive/tar reads of one extended header (maxSpecialFileSize). */
  private static final int LONGEST_EXTENSION = 1 << 20;

  /** Told what is in the stream, in its order. */
  interface Entries {
    /** An entry begins; its body follows in as many pieces as it comes. */
    void begin(TarHeader header);

    void body(byte[] bytes, int offset, int length);

    void end();
  }

  private final Entries entries;
  private final byte[] block = new byte[TarHeader.BLOCK];
  private int filled;

  private long bodyLeft;
  private long paddingLeft;
  private boolean inEntry;
  private @Nullable ByteArrayOutputStream extension;
  private char extensionType;
  private int zeroBlocks;
  private boolean ended;

  private Map<String, String> pax = new HashMap<>();
  private @Nullable String longName;
  private @Nullable String longLink;

  TarDecoder(Entries entries) {
    this.entries = entries;
  }

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end && !ended) {
      if (bodyLeft > 0) {
        int taken = (int) Math.min(bodyLeft, end - at);
        body(bytes, at, taken);
        at += taken;
        bodyLeft -= taken;
        if (bodyLeft == 0) {
          endBody();
        }
      } else if (paddingLeft > 0) {
        int skipped = (int) Math.min(paddingLeft, end - at);
        at += skipped;
        paddingLeft -= skipped;
      } else {
        int taken = Math.min(TarHeader.BLOCK - filled, end - at);
        System.arraycopy(bytes, at, block, filled, taken);
        at += taken;
        filled += taken;
        if (filled == TarHeader.BLOCK) {
          filled = 0;
          header();
        }
      }
    }
  }

  private void header() {
    if (isZero(block)) {
      // Two blocks of zeros end the stream; what follows is padding of the medium.
      ended = ++zeroBlocks == 2;
      return;
    }
    if (zeroBlocks > 0) {
      throw ArchiveProblem.corrupt("its tar stream goes on after a block of zeros");
    }
    TarHeader header = TarHeader.parse(block);
    switch (header.type()) {
      case TarHeader.PAX, TarHeader.PAX_GLOBAL, TarHeader.GNU_LONG_NAME, TarHeader.GNU_LONG_LINK ->
          beginExtension(header);
      default -> beginEntry(extended(header));
    }
  }

  private void beginExtension(TarHeader header) {
    if (header.size() > LONGEST_EXTENSION) {
      throw ArchiveProblem.corrupt("an extended header of its tar stream is over 1 MiB long");
    }
    extension = new ByteArrayOutputStream((int) header.size());
    extensionType = header.type();
    beginBody(header);
  }

  private void beginEntry(TarHeader header) {
    inEntry = true;
    entries.begin(header);
    beginBody(header);
  }

  private void beginBody(TarHeader header) {
    bodyLeft = header.size();
    paddingLeft = header.padding();
    if (bodyLeft == 0) {
      endBody();
    }
  }

  private void body(byte[] bytes, int offset, int length) {
    if (extension != null) {
      extension.write(bytes, offset, length);
    } else {
      entries.body(bytes, offset, length);
    }
  }

  private void endBody() {
    ByteArrayOutputStream finished = extension;
    extension = null;
    if (finished != null) {
      extend(finished.toByteArray());
    } else if (inEntry) {
      inEntry = false;
      entries.end();
    }
  }

  private void extend(byte[] body) {
    switch (extensionType) {
      case TarHeader.PAX -> pax = PaxRecords.parse(body);
      case TarHeader.GNU_LONG_NAME -> longName = untilZero(body);
      case TarHeader.GNU_LONG_LINK -> longLink = untilZero(body);
      default -> {
        // Global PAX records: Go's writer makes none, and git's hold only the commit.
      }
    }
  }

  private static String untilZero(byte[] body) {
    int end = 0;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    return TarHeader.decode(body, 0, end);
  }

  /** The header with what the extended headers before it say. */
  private TarHeader extended(TarHeader header) {
    TarHeader result = header;
    if (longName != null) {
      result = result.withName(longName);
    }
    if (longLink != null) {
      result = result.withLink(longLink);
    }
    if (!pax.isEmpty()) {
      result = withPax(result);
    }
    longName = null;
    longLink = null;
    pax = Map.of();
    return result;
  }

  private TarHeader withPax(TarHeader header) {
    TarHeader result = header;
    String path = pax.getOrDefault("path", "");
    if (!path.isEmpty()) {
      result = result.withName(path);
    }
    String link = pax.getOrDefault("linkpath", "");
    if (!link.isEmpty()) {
      result = result.withLink(link);
    }
    if (pax.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."))) {
      throw ArchiveProblem.entry(result.name(), "is a sparse file, which no checkout has");
    }
    String size = pax.getOrDefault("size", "");
    return size.isEmpty() || header.isBodiless() ? result : result.withSize(size(size));
  }

  private static long size(String text) {
    if (text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw ArchiveProblem.corrupt(
          "a PAX header has \"" + ArchiveProblem.quote(text) + "\" as a size");
    }
    return Long.parseLong(text);
  }

  private static boolean isZero(byte[] block) {
    for (byte value : block) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** The stream has ended, which it may do between entries only (Go's reader is as lenient). */
  void finish() {
    if (bodyLeft > 0 || paddingLeft > 0 || filled > 0) {
      throw ArchiveProblem.corrupt("its tar stream is cut off");
    }
  }
}
