package io.agentsrender.yaml.scan.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agentsrender.yaml.ScalarStyle;

/**
 * One token. Its text is decoded only when asked for, so that merely checking YAML costs little.
 */
public final class Token {
  private static final byte[] EMPTY = {};

  private final TokenKind kind;
  private final long start;
  private final long end;
  private final ScalarStyle style;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final String suffix;

  private Token(
      TokenKind kind,
      long start,
      long end,
      ScalarStyle style,
      byte[] bytes,
      int from,
      int to,
      String suffix) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.style = style;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.suffix = suffix;
  }

  public static Token of(TokenKind kind, long start, long end) {
    return new Token(kind, start, end, ScalarStyle.PLAIN, EMPTY, 0, 0, "");
  }

  public static Token named(TokenKind kind, long start, long end, byte[] bytes, int from, int to) {
    return new Token(kind, start, end, ScalarStyle.PLAIN, bytes, from, to, "");
  }

  public static Token pair(TokenKind kind, long start, long end, String first, String suffix) {
    byte[] bytes = first.getBytes(UTF_8);
    return new Token(kind, start, end, ScalarStyle.PLAIN, bytes, 0, bytes.length, suffix);
  }

  public static Token scalar(
      long start, long end, ScalarStyle style, byte[] bytes, int from, int to) {
    return new Token(TokenKind.SCALAR, start, end, style, bytes, from, to, "");
  }

  public TokenKind kind() {
    return kind;
  }

  /** The mark of its first character. */
  public long start() {
    return start;
  }

  /** The mark after its last character. */
  public long end() {
    return end;
  }

  /** Of a scalar. */
  public ScalarStyle style() {
    return style;
  }

  /**
   * The text of a scalar, the name of an alias or anchor, the handle of a tag or of a tag
   * directive, the version of a version directive.
   */
  public String text() {
    return new String(bytes, from, to - from, UTF_8);
  }

  /** {@link #text()}, taken from the pool where it was seen before. */
  public String text(TextPool pool) {
    return pool.get(bytes, from, to);
  }

  /** The suffix of a tag, the prefix of a tag directive. */
  public String suffix() {
    return suffix;
  }

  /** Whether {@link #text()} is empty. */
  public boolean isEmpty() {
    return from == to;
  }

  /** The first byte of the text; 0 where it is empty. */
  public int firstByte() {
    return from == to ? 0 : bytes[from] & 0xFF;
  }

  /** Length of the text in bytes. */
  public int size() {
    return to - from;
  }

  /** Whether the text is this, which must be ASCII; decodes nothing. */
  public boolean isText(String ascii) {
    if (to - from != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
