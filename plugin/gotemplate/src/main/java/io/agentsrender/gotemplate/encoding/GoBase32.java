package io.agentsrender.gotemplate.encoding;

import io.agentsrender.gotemplate.value.GoError;

/** The standard encoding of Go's package encoding/base32: padded, line breaks passed over. */
public final class GoBase32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Characters for so many bytes. */
  private static final int BLOCK = 8;

  private static final int BLOCK_BYTES = 5;
  private static final int BITS = 5;

  private GoBase32() {}

  public static String encode(String bytes) {
    StringBuilder out = new StringBuilder((bytes.length() + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK);
    for (int i = 0; i < bytes.length(); i += BLOCK_BYTES) {
      int length = Math.min(BLOCK_BYTES, bytes.length() - i);
      long bits = 0;
      for (int j = 0; j < BLOCK_BYTES; j++) {
        bits = bits << Byte.SIZE | (j < length ? bytes.charAt(i + j) : 0);
      }
      int characters = (length * Byte.SIZE + BITS - 1) / BITS;
      for (int j = 0; j < BLOCK; j++) {
        int shift = (BLOCK - 1 - j) * BITS;
        out.append(j < characters ? ALPHABET.charAt((int) (bits >> shift & 31)) : '=');
      }
    }
    return out.toString();
  }

  /**
   * Decodes; bits that stand for no byte may be anything.
   *
   * @throws GoError with Go's text, where the first wrong byte is, line breaks not counted
   */
  public static String decode(String text) {
    String s = text.replace("\r", "").replace("\n", "");
    StringBuilder out = new StringBuilder(s.length() / BLOCK * BLOCK_BYTES + BLOCK_BYTES);
    for (int start = 0; start < s.length(); start += BLOCK) {
      long bits = 0;
      int count = 0;
      while (count < BLOCK) {
        int at = start + count;
        if (at == s.length()) {
          throw corrupt(start);
        }
        char c = s.charAt(at);
        // Only in the last block can this be padding.
        if (c == '=' && count >= 2 && s.length() - at <= BLOCK) {
          requirePadding(s, at, count);
          append(out, bits << (BLOCK - count) * BITS, count * BITS / Byte.SIZE);
          return out.toString();
        }
        int value = ALPHABET.indexOf(c);
        if (value < 0) {
          throw corrupt(at);
        }
        bits = bits << BITS | value;
        count++;
      }
      append(out, bits, BLOCK_BYTES);
    }
    return out.toString();
  }

  /** The padding fills the block, and the block is one that bytes can have. */
  private static void requirePadding(String s, int at, int count) {
    int after = s.length() - at - 1;
    int missing = BLOCK - 1 - count;
    if (after < missing) {
      throw corrupt(s.length());
    }
    for (int k = 0; k < missing; k++) {
      if (s.charAt(at + 1 + k) != '=') {
        throw corrupt(at + k);
      }
    }
    if (count == 3 || count == 6) {
      throw corrupt(at);
    }
  }

  private static void append(StringBuilder out, long bits, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.append((char) (bits >> (BLOCK_BYTES - 1 - i) * Byte.SIZE & 0xff));
    }
  }

  private static GoError corrupt(int at) {
    return new GoError("illegal base32 data at input byte " + at);
  }
}
