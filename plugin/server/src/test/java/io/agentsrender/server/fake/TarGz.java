package io.agentsrender.server.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes a gzipped tar stream header by header, well formed or not. */
public final class TarGz {
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;

  public TarGz() {
    try {
      gzip = new GZIPOutputStream(packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One entry; a name or target that does not fit a header goes into a PAX one, as Go does it. */
  public TarGz entry(String name, char type, String link, byte[] body) {
    if (!fits(name, 100) || !fits(link, 100)) {
      String records = record("path", name) + (link.isEmpty() ? "" : record("linkpath", link));
      byte[] pax = records.getBytes(UTF_8);
      header("PaxHeaders.0/entry", 'x', "", pax.length).body(pax);
    }
    return header(ascii(name), type, ascii(link), body.length).body(body);
  }

  private static boolean fits(String text, int length) {
    return text.length() <= length && text.chars().allMatch(c -> c < 128);
  }

  private static String ascii(String text) {
    String plain = text.replaceAll("[^\\x00-\\x7f]", "_");
    return plain.length() > 100 ? plain.substring(0, 100) : plain;
  }

  public static String record(String key, String value) {
    String rest = " " + key + "=" + value + "\n";
    int length = rest.getBytes(UTF_8).length;
    int digits = String.valueOf(length + 1).length();
    if (String.valueOf(length + digits).length() > digits) {
      digits++;
    }
    return (length + digits) + rest;
  }

  public TarGz header(String name, char type, String link, long size) {
    byte[] block = new byte[512];
    put(block, 0, name);
    put(block, 100, "0000644\0");
    put(block, 108, "0001747\0");
    put(block, 116, "0001747\0");
    put(block, 124, String.format(Locale.ROOT, "%011o\0", size));
    put(block, 136, "14700000000\0");
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 157, link);
    put(block, 257, "ustar\0" + "00argocd");
    put(block, 297, "argocd");
    int sum = 0;
    for (byte value : block) {
      sum += value & 0xff;
    }
    put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    return raw(block);
  }

  private static void put(byte[] block, int offset, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }

  /** A body and its padding. */
  public TarGz body(byte[] body) {
    return raw(body).raw(new byte[-body.length & 511]);
  }

  public TarGz raw(byte[] bytes) {
    try {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Zeros, as many as wanted: they pack a thousandfold. */
  public TarGz zeros(long count) {
    byte[] zeros = new byte[1 << 16];
    for (long left = count; left > 0; left -= zeros.length) {
      raw(left < zeros.length ? Arrays.copyOf(zeros, (int) left) : zeros);
    }
    return this;
  }

  /** The archive, with the two blocks that end a tar stream. */
  public byte[] bytes() {
    return raw(new byte[1024]).unended();
  }

  /** The archive without these. */
  public byte[] unended() {
    try {
      gzip.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
