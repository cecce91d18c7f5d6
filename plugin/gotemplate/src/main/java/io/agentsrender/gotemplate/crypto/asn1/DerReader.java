package io.agentsrender.gotemplate.crypto.asn1;

import java.math.BigInteger;
import java.util.Arrays;

/** Reads ASN.1 by the distinguished encoding rules, one element after the other. */
public final class DerReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  /** The bytes are not what was asked for. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super(null, null, false, false);
    }
  }

  public DerReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private DerReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  public boolean atEnd() {
    return at == end;
  }

  /** Whether the next element has this tag. */
  public boolean startsWith(int tag) {
    return at < end && (bytes[at] & 0xff) == tag;
  }

  /** The content of the next element, which must have this tag. */
  public DerReader enter(int tag) throws Malformed {
    if (!startsWith(tag)) {
      throw new Malformed();
    }
    at++;
    int length = length();
    int from = at;
    at += length;
    return new DerReader(bytes, from, at);
  }

  /** The next element as it stands, with its tag and length. */
  public byte[] whole() throws Malformed {
    if (atEnd()) {
      throw new Malformed();
    }
    int from = at;
    enter(bytes[at] & 0xff);
    return Arrays.copyOfRange(bytes, from, at);
  }

  public BigInteger integer() throws Malformed {
    byte[] content = enter(Der.INTEGER).rest();
    if (content.length == 0) {
      throw new Malformed();
    }
    return new BigInteger(content);
  }

  public byte[] octets() throws Malformed {
    return enter(Der.OCTET_STRING).rest();
  }

  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  private int length() throws Malformed {
    int first = nextByte();
    if (first < 0x80) {
      return checked(first);
    }
    int count = first & 0x7f;
    if (count == 0 || count > Integer.BYTES) {
      throw new Malformed();
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << Byte.SIZE | nextByte();
    }
    return checked(length);
  }

  private int checked(long length) throws Malformed {
    if (length > end - at) {
      throw new Malformed();
    }
    return (int) length;
  }

  private int nextByte() throws Malformed {
    if (at == end) {
      throw new Malformed();
    }
    return bytes[at++] & 0xff;
  }
}
