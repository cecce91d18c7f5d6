package io.agentsrender.server.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * One header block of a tar stream, in the old, POSIX or GNU layout.
 *
 * @param name as it stands there, prefix included
 * @param type the type flag
 * @param size bytes of the body that follows; 0 for what has no body
 * @param link the target of a link
 */
record TarHeader(String name, char type, long size, String link) {
  static final int BLOCK = 512;

  static final char FILE = '0';
  static final char OLD_FILE = '\0';
  static final char HARD_LINK = '1';
  static final char SYMBOLIC_LINK = '2';
  static final char FIFO = '6';
  static final char FOLDER = '5';
  static final char PAX = 'x';
  static final char PAX_GLOBAL = 'g';
  static final char GNU_LONG_NAME = 'L';
  static final char GNU_LONG_LINK = 'K';

  static TarHeader parse(byte[] block) {
    verify(block);
    char type = (char) (block[156] & 0xff);
    String name = string(block, 0, 100);
    if (isPosix(block)) {
      String prefix = string(block, 345, 155);
      name = prefix.isEmpty() ? name : prefix + "/" + name;
    }
    long size = isBodiless(type) ? 0 : number(block, 124, 12, "size");
    return new TarHeader(name, type, size, string(block, 157, 100));
  }

  TarHeader withName(String name) {
    return new TarHeader(name, type, size, link);
  }

  TarHeader withLink(String link) {
    return new TarHeader(name, type, size, link);
  }

  TarHeader withSize(long size) {
    return new TarHeader(name, type, size, link);
  }

  /** Links, devices and folders have no body, whatever their size field says. */
  boolean isBodiless() {
    return isBodiless(type);
  }

  private static boolean isBodiless(char type) {
    return type >= HARD_LINK && type <= FIFO;
  }

  /** Bytes up to the next block after the body. */
  long padding() {
    return -size & (BLOCK - 1);
  }

  /** The sum of all bytes, its own field taken as spaces; old writers summed signed bytes. */
  private static void verify(byte[] block) {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      byte value = i >= 148 && i < 156 ? (byte) ' ' : block[i];
      unsigned += value & 0xff;
      signed += value;
    }
    long wanted = number(block, 148, 8, "check sum");
    if (wanted != unsigned && wanted != signed) {
      throw ArchiveProblem.corrupt("a tar header fails its check sum");
    }
  }

  /** Only the POSIX magic has a prefix field; GNU's, with a space in it, has times there. */
  private static boolean isPosix(byte[] block) {
    return string(block, 257, 6).equals("ustar") && block[262] == 0;
  }

  private static String string(byte[] block, int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return decode(block, offset, end - offset);
  }

  /** UTF-8 where it is; a name in an older encoding keeps its bytes, one to a character. */
  static String decode(byte[] bytes, int offset, int length) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, offset, length, ISO_8859_1);
    }
  }

  private static long number(byte[] block, int offset, int length, String field) {
    return (block[offset] & 0x80) != 0
        ? binary(block, offset, length, field)
        : octal(block, offset, length, field);
  }

  private static long octal(byte[] block, int offset, int length, String field) {
    int at = offset;
    int end = offset + length;
    while (at < end && isBlank(block[at])) {
      at++;
    }
    long value = 0;
    while (at < end && !isBlank(block[at])) {
      int digit = block[at++] - '0';
      if (digit < 0 || digit > 7) {
        throw ArchiveProblem.corrupt("a tar header has no number as its " + field);
      }
      value = value << 3 | digit;
    }
    return value;
  }

  private static boolean isBlank(byte value) {
    return value == 0 || value == ' ';
  }

  /** GNU's form for large numbers: base 256, marked by the first bit; the second is the sign. */
  private static long binary(byte[] block, int offset, int length, String field) {
    long value = block[offset] & 0x7f;
    for (int i = offset + 1; i < offset + length; i++) {
      if (value > Long.MAX_VALUE >> 8) {
        throw ArchiveProblem.corrupt("a tar header has a " + field + " beyond all measure");
      }
      value = value << 8 | (block[i] & 0xff);
    }
    return value;
  }
}
