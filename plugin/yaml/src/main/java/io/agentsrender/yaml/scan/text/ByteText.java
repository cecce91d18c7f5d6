package io.agentsrender.yaml.scan.text;

import java.util.Arrays;

/** A growing piece of text in UTF-8. */
public final class ByteText {
  private byte[] bytes = new byte[256];
  private int size;

  public void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public void append(int b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) b;
  }

  public void append(byte[] source, int from, int to) {
    int length = to - from;
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, size * 2));
    }
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  public void append(ByteText other) {
    append(other.bytes, 0, other.size);
  }

  public void appendCodePoint(int c) {
    if (c <= 0x7F) {
      append(c);
    } else if (c <= 0x7FF) {
      append(0xC0 + (c >> 6));
      append(0x80 + (c & 0x3F));
    } else if (c <= 0xFFFF) {
      append(0xE0 + (c >> 12));
      append(0x80 + (c >> 6 & 0x3F));
      append(0x80 + (c & 0x3F));
    } else {
      append(0xF0 + (c >> 18));
      append(0x80 + (c >> 12 & 0x3F));
      append(0x80 + (c >> 6 & 0x3F));
      append(0x80 + (c & 0x3F));
    }
  }

  public byte first() {
    return bytes[0];
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }
}
