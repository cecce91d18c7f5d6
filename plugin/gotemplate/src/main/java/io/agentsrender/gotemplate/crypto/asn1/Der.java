package io.agentsrender.gotemplate.crypto.asn1;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes ASN.1 by the distinguished encoding rules (ITU-T X.690). */
public final class Der {
  static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  public static final int UTF8_STRING = 0x0c;
  public static final int PRINTABLE_STRING = 0x13;
  public static final int UTC_TIME = 0x17;
  public static final int GENERALIZED_TIME = 0x18;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private static final int BOOLEAN = 0x01;
  private static final int NULL = 0x05;
  private static final int CONTEXT = 0x80;
  private static final int CONSTRUCTED = 0x20;

  private Der() {}

  /** An element with this content. */
  public static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    writeLength(out, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(length >> i * Byte.SIZE);
    }
  }

  public static byte[] sequence(byte[]... elements) {
    return element(SEQUENCE, elements);
  }

  public static byte[] integer(BigInteger value) {
    return element(INTEGER, value.toByteArray());
  }

  public static byte[] integer(int value) {
    return integer(BigInteger.valueOf(value));
  }

  public static byte[] booleanTrue() {
    return element(BOOLEAN, new byte[] {-1});
  }

  public static byte[] nothing() {
    return element(NULL);
  }

  public static byte[] octets(byte[] bytes) {
    return element(OCTET_STRING, bytes);
  }

  /** Whole bytes as bits. */
  public static byte[] bits(byte[] bytes) {
    return element(BIT_STRING, new byte[1], bytes);
  }

  /** An element that the context gives its meaning by a number. */
  public static byte[] context(int number, byte[] content) {
    return element(CONTEXT | number, content);
  }

  /** An element that wraps another one. */
  public static byte[] explicit(int number, byte[] element) {
    return element(explicitTag(number), element);
  }

  public static int explicitTag(int number) {
    return CONTEXT | CONSTRUCTED | number;
  }

  /** An object identifier in its dotted form. */
  public static byte[] identifier(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeArc(out, Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      writeArc(out, Integer.parseInt(arcs[i]));
    }
    return element(OBJECT_IDENTIFIER, out.toByteArray());
  }

  private static void writeArc(ByteArrayOutputStream out, int arc) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (arc >> shift != 0) {
        out.write(0x80 | arc >> shift & 0x7f);
      }
    }
    out.write(arc & 0x7f);
  }
}
