package io.agentsrender.gotemplate.encoding;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.util.Arrays;
import java.util.Base64;

/** The standard encoding of Go's package encoding/base64: padded, line breaks passed over. */
public final class GoBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private GoBase64() {}

  public static String encode(String bytes) {
    return GoString.ofBytes(Base64.getEncoder().encode(GoString.toBytes(bytes)));
  }

  /**
   * Decodes; bits that stand for no byte may be anything.
   *
   * @throws GoError with Go's text, where the first wrong byte is
   */
  public static String decode(String text) {
    StringBuilder out = new StringBuilder(text.length() / 4 * 3 + 3);
    int bits = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineBreak(c)) {
        continue;
      }
      if (c == '=') {
        requireEnd(text, i, count);
        appendLast(out, bits, count);
        return out.toString();
      }
      if (VALUES[c] < 0) {
        throw corrupt(i);
      }
      bits = bits << 6 | VALUES[c];
      if (++count == 4) {
        out.append((char) (bits >> 16 & 0xff)).append((char) (bits >> 8 & 0xff));
        out.append((char) (bits & 0xff));
        bits = 0;
        count = 0;
      }
    }
    if (count > 0) {
      throw corrupt(text.length() - count);
    }
    return out.toString();
  }

  /** After a first padding character: one more where it must be, and nothing else. */
  private static void requireEnd(String text, int padding, int count) {
    if (count < 2) {
      throw corrupt(padding);
    }
    int next = afterLineBreaks(text, padding + 1);
    if (count == 2) {
      if (next == text.length()) {
        throw corrupt(next);
      }
      if (text.charAt(next) != '=') {
        throw corrupt(next - 1);
      }
      next = afterLineBreaks(text, next + 1);
    }
    if (next < text.length()) {
      throw corrupt(next);
    }
  }

  private static int afterLineBreaks(String text, int from) {
    int at = from;
    while (at < text.length() && isLineBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static void appendLast(StringBuilder out, int bits, int count) {
    if (count == 2) {
      out.append((char) (bits >> 4 & 0xff));
    } else {
      out.append((char) (bits >> 10 & 0xff)).append((char) (bits >> 2 & 0xff));
    }
  }

  private static GoError corrupt(int at) {
    return new GoError("illegal base64 data at input byte " + at);
  }
}
