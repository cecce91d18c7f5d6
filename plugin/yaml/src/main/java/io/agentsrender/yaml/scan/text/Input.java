package io.agentsrender.yaml.scan.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a stream, checked as go-yaml's reader does (readerc.go). go-yaml decodes in chunks
 * of 512 bytes and fails as soon as a chunk holds something bad, even if the scanner never gets
 * there; hence the text ends at the last good chunk, and asking for more raises the fault.
 */
public final class Input {
  private static final int CHUNK = 512;

  /** Bytes of the longest character. */
  private static final int MAX_WIDTH = 4;

  /** Nothing looks further ahead than the eight digits of {@code \UXXXXXXXX}. */
  private static final int PADDING = 16;

  final byte[] bytes;
  final int start;
  final int limit;
  private final @Nullable String fault;

  private Input(byte[] bytes, int start, int limit, @Nullable String fault) {
    this.bytes = bytes;
    this.start = start;
    this.limit = limit;
    this.fault = fault;
  }

  /** Reads UTF-8, or UTF-16 after a byte order mark. */
  public static Input of(byte[] source) {
    if (source.length >= 2 && (source[0] & 0xFF) + (source[1] & 0xFF) == 0xFF + 0xFE) {
      if (source[0] == (byte) 0xFF) {
        return Utf16.decode(source, false);
      }
      if (source[0] == (byte) 0xFE) {
        return Utf16.decode(source, true);
      }
    }
    boolean marked =
        source.length >= 3
            && source[0] == (byte) 0xEF
            && source[1] == (byte) 0xBB
            && source[2] == (byte) 0xBF;
    return checked(source, marked ? 3 : 0);
  }

  private static Input checked(byte[] source, int start) {
    int at = start;
    while (at < source.length) {
      byte b = source[at];
      if (b >= 0x20 && b < 0x7F || b == '\n' || b == '\r' || b == '\t') {
        at++;
        continue;
      }
      String fault = Utf8.faultAt(source, at);
      if (fault != null) {
        int limit = fault.equals(Utf8.INCOMPLETE) ? at : startOfChunk(source, at);
        return padded(source, start, Math.max(start, limit), fault);
      }
      at += Utf8.width(b);
    }
    return padded(source, start, source.length, null);
  }

  /** Chunks end before a character that is cut by the 512 bytes, and start with it again. */
  private static int startOfChunk(byte[] source, int at) {
    int chunk = 0;
    while (chunk + CHUNK < source.length) {
      int next = Utf8.startOfCut(source, chunk, chunk + CHUNK);
      if (at < next) {
        break;
      }
      chunk = next;
    }
    return chunk;
  }

  private static Input padded(byte[] source, int start, int limit, @Nullable String fault) {
    byte[] bytes = new byte[limit + PADDING];
    System.arraycopy(source, 0, bytes, 0, limit);
    return new Input(bytes, start, limit, fault);
  }

  static Input ofText(String text, @Nullable String fault) {
    byte[] utf8 = text.getBytes(UTF_8);
    return padded(utf8, 0, utf8.length, fault);
  }

  /**
   * Raises the fault of the bytes where fewer than four characters are left before it, which is as
   * far as go-yaml looks ahead for document markers.
   */
  void requireFour(int position, int line, int column) {
    if (fault != null && limit - position < MAX_WIDTH * 4) {
      int at = position;
      for (int i = 0; i < 4; i++) {
        require(at, line, column);
        at += Utf8.width(bytes[at]);
      }
    }
  }

  /** Raises the fault of the bytes where one lies within reach of {@code position}. */
  void require(int position, int line, int column) {
    if (fault != null && position >= limit) {
      throw SyntaxFault.reader(fault, Mark.of(line, column));
    }
  }
}
