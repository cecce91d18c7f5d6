package io.agentsrender.yaml.scan.text;

import org.jspecify.annotations.Nullable;

/** UTF-8 as go-yaml's reader checks it, byte by byte. */
public final class Utf8 {
  /** A character that the stream ends in, which go-yaml finds only when it asks for more. */
  static final String INCOMPLETE = "incomplete UTF-8 octet sequence";

  private Utf8() {}

  /** Bytes of the character that starts with this one. */
  public static int width(byte lead) {
    if (lead >= 0) {
      return 1;
    }
    if ((lead & 0xE0) == 0xC0) {
      return 2;
    }
    return (lead & 0xF0) == 0xE0 ? 3 : 4;
  }

  private static boolean isLead(byte b) {
    return (b & 0xC0) == 0xC0 && (b & 0xF8) != 0xF8;
  }

  /** What go-yaml says about the character there; null where it is allowed. */
  static @Nullable String faultAt(byte[] bytes, int at) {
    byte lead = bytes[at];
    if (lead < 0 && (lead & 0xC0) == 0x80 || (lead & 0xF8) == 0xF8) {
      return "invalid leading UTF-8 octet";
    }
    int width = width(lead);
    if (at + width > bytes.length) {
      return INCOMPLETE;
    }
    int value = width == 1 ? lead : lead & 0x7F >> width;
    for (int k = 1; k < width; k++) {
      byte next = bytes[at + k];
      if ((next & 0xC0) != 0x80) {
        return "invalid trailing UTF-8 octet";
      }
      value = value << 6 | next & 0x3F;
    }
    if (width > 1 && value < (width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000)) {
      return "invalid length of a UTF-8 sequence";
    }
    if (value >= 0xD800 && value <= 0xDFFF || value > 0x10FFFF) {
      return "invalid Unicode character";
    }
    return isAllowed(value) ? null : "control characters are not allowed";
  }

  /** The characters of a YAML stream. */
  static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0x7E
        || c == 0x85
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  /** {@code end}, or the start of the character that would go across it. */
  static int startOfCut(byte[] bytes, int from, int end) {
    for (int back = 1; back <= 3 && end - back >= from; back++) {
      byte b = bytes[end - back];
      if ((b & 0xC0) != 0x80) {
        return isLead(b) && width(b) > back ? end - back : end;
      }
    }
    return end;
  }
}
