package io.agentsrender.gotemplate.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Go strings: byte strings, held in a {@link String} whose every char is one byte (0 to 255). Its
 * {@code length} is Go's {@code len}, its {@code substring} Go's slicing, its order Go's order.
 * Text that is ASCII looks the same in both worlds.
 */
public final class GoString {
  /** What stands for bytes that are not UTF-8 ({@code utf8.RuneError}). */
  public static final int RUNE_ERROR = 0xfffd;

  /** The largest code point. */
  public static final int MAX_RUNE = 0x10ffff;

  private static final int WIDTH_SHIFT = 24;
  private static final int INVALID = 1 << WIDTH_SHIFT | RUNE_ERROR;

  private GoString() {}

  /** Text to byte string (UTF-8). */
  public static String encode(String text) {
    return isAscii(text) ? text : new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** Byte string to text; each byte that is not part of a code point becomes U+FFFD. */
  public static String decode(String bytes) {
    if (isAscii(bytes)) {
      return bytes;
    }
    StringBuilder text = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); ) {
      int decoded = decodeRune(bytes, i);
      text.appendCodePoint(runeOf(decoded));
      i += widthOf(decoded);
    }
    return text.toString();
  }

  /** Raw bytes to byte string. */
  public static String ofBytes(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** Byte string to raw bytes. */
  public static byte[] toBytes(String bytes) {
    return bytes.getBytes(ISO_8859_1);
  }

  /** Whether every char is below 128. */
  public static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decodes the code point that starts at an index ({@code utf8.DecodeRuneInString}).
   *
   * @return to be read by {@link #runeOf} and {@link #widthOf}; U+FFFD of width 1 for a byte that
   *     is not part of a code point
   */
  public static int decodeRune(String s, int index) {
    int first = s.charAt(index);
    if (first < 0x80) {
      return 1 << WIDTH_SHIFT | first;
    }
    int length = lengthOf(first);
    if (length == 0 || index + length > s.length()) {
      return INVALID;
    }
    int rune = first & (0xff >> (length + 1));
    for (int i = 1; i < length; i++) {
      int next = s.charAt(index + i);
      if ((next & 0xc0) != 0x80) {
        return INVALID;
      }
      rune = rune << 6 | next & 0x3f;
    }
    return isShortest(rune, length) && isValidRune(rune) ? length << WIDTH_SHIFT | rune : INVALID;
  }

  /** Decodes the code point that ends before an index ({@code utf8.DecodeLastRuneInString}). */
  public static int decodeLastRune(String s, int end) {
    for (int width = 1; width <= 4 && width <= end; width++) {
      int start = end - width;
      if ((s.charAt(start) & 0xc0) != 0x80) {
        int decoded = decodeRune(s, start);
        return widthOf(decoded) == width ? decoded : INVALID;
      }
    }
    return INVALID;
  }

  private static int lengthOf(int first) {
    if (first >= 0xc2 && first < 0xe0) {
      return 2;
    }
    if (first >= 0xe0 && first < 0xf0) {
      return 3;
    }
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
  }

  private static boolean isShortest(int rune, int length) {
    return length == 2 || (length == 3 ? rune >= 0x800 : rune >= 0x10000);
  }

  /** The code point of a decoded rune. */
  public static int runeOf(int decoded) {
    return decoded & ((1 << WIDTH_SHIFT) - 1);
  }

  /** The number of bytes of a decoded rune. */
  public static int widthOf(int decoded) {
    return decoded >>> WIDTH_SHIFT;
  }

  /** Whether a decoded rune stands for a byte that is not UTF-8. */
  public static boolean isInvalid(int decoded) {
    return decoded == INVALID;
  }

  /** Whether a number is a code point that UTF-8 can hold ({@code utf8.ValidRune}). */
  public static boolean isValidRune(int rune) {
    return rune >= 0 && rune <= MAX_RUNE && (rune < 0xd800 || rune > 0xdfff);
  }

  /** Appends a code point as UTF-8, U+FFFD for what is none ({@code utf8.AppendRune}). */
  public static void appendRune(StringBuilder out, int rune) {
    int r = isValidRune(rune) ? rune : RUNE_ERROR;
    if (r < 0x80) {
      out.append((char) r);
    } else if (r < 0x800) {
      out.append((char) (0xc0 | r >> 6)).append(continuation(r));
    } else if (r < 0x10000) {
      out.append((char) (0xe0 | r >> 12)).append(continuation(r >> 6)).append(continuation(r));
    } else {
      out.append((char) (0xf0 | r >> 18))
          .append(continuation(r >> 12))
          .append(continuation(r >> 6))
          .append(continuation(r));
    }
  }

  private static char continuation(int bits) {
    return (char) (0x80 | bits & 0x3f);
  }

  /** The number of code points, each byte that is not UTF-8 counted as one. */
  public static int runeCount(String s) {
    int count = 0;
    for (int i = 0; i < s.length(); i += widthOf(decodeRune(s, i))) {
      count++;
    }
    return count;
  }

  /** The code points ({@code []rune(s)}). */
  public static int[] runes(String s) {
    int[] runes = new int[s.length()];
    int count = 0;
    for (int i = 0; i < s.length(); ) {
      int decoded = decodeRune(s, i);
      runes[count++] = runeOf(decoded);
      i += widthOf(decoded);
    }
    return Arrays.copyOf(runes, count);
  }

  /** The byte string of code points ({@code string(runes)}). */
  public static String ofRunes(int... runes) {
    StringBuilder out = new StringBuilder(runes.length);
    for (int rune : runes) {
      appendRune(out, rune);
    }
    return out.toString();
  }
}
