package io.agentsrender.yaml.scalar;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bytes as text the way Go's {@code for range} reads a string. */
public final class GoUtf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private GoUtf8() {}

  /** Every byte that is not part of a character becomes a U+FFFD of its own; Java makes fewer. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** {@link #decode(byte[])} of a part. */
  public static String decode(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decode(bytes, from, to, REPLACEMENT);
  }

  /** The same with another character for broken bytes. */
  public static String decode(byte[] bytes, int from, int to, char broken) {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int width = widthOfCharacter(bytes, at, to);
      if (width == 0) {
        text.append(broken);
        at++;
      } else {
        text.append(new String(bytes, at, width, UTF_8));
        at += width;
      }
    }
    return text.toString();
  }

  /** 0 where no character starts. */
  private static int widthOfCharacter(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    int width =
        lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (at + width > to) {
      return 0;
    }
    for (int i = 1; i < width; i++) {
      int next = bytes[at + i] & 0xFF;
      int least = i == 1 && lead == 0xE0 ? 0xA0 : i == 1 && lead == 0xF0 ? 0x90 : 0x80;
      int most = i == 1 && lead == 0xED ? 0x9F : i == 1 && lead == 0xF4 ? 0x8F : 0xBF;
      if (next < least || next > most) {
        return 0;
      }
    }
    return width;
  }
}
