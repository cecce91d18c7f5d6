package io.agentsrender.yaml.scan.text;

/**
 * A place in the input with line and column, and what can be asked about the characters there.
 * Positions are byte offsets; columns count code points.
 */
public final class Cursor {
  private final Input input;
  public final byte[] bytes;
  public int at;
  private int line;

  /** What {@link #at} would be at column 0 if every character of the line took one byte. */
  private int lineStart;

  public Cursor(Input input) {
    this.input = input;
    this.bytes = input.bytes;
    this.at = input.start;
    this.lineStart = at;
  }

  int line() {
    return line;
  }

  public int column() {
    return at - lineStart;
  }

  public long mark() {
    return Mark.of(line, column());
  }

  public byte peek() {
    return bytes[at];
  }

  public byte peek(int ahead) {
    return bytes[at + ahead];
  }

  /** Goes over one character that is no break. */
  public void skip() {
    int width = Utf8.width(bytes[at]);
    at += width;
    lineStart += width - 1;
  }

  /** Goes over characters of one byte. */
  public void skip(int count) {
    at += count;
  }

  /** Goes over a break, where there is one. */
  public void skipBreak() {
    int width = breakWidth(at);
    if (width > 0) {
      at += width;
      line++;
      lineStart = at;
    }
  }

  /** Goes over a break and appends it: LS and PS as they are, any other as a line feed. */
  public void readBreak(ByteText out) {
    int width = breakWidth(at);
    if (width == 3) {
      out.append(bytes, at, at + 3);
    } else if (width > 0) {
      out.append('\n');
    }
    skipBreak();
  }

  public void skipBlanks() {
    while (isBlank(at)) {
      at++;
    }
  }

  /** Goes to the end of the line, not over its break. */
  public void skipToBreak() {
    while (true) {
      byte c = bytes[at];
      if (c >= ' ' || c == '\t') {
        at++;
      } else if (isBreakOrEnd(at)) {
        return;
      } else {
        skip();
      }
    }
  }

  /** At the end of the stream the column is 0 again. */
  public void forceNewLine() {
    if (column() != 0) {
      line++;
      lineStart = at;
    }
  }

  public boolean isBlank(int position) {
    byte c = bytes[position];
    return c == ' ' || c == '\t';
  }

  /** Bytes of the break there; 0 where there is none. */
  public int breakWidth(int position) {
    byte c = bytes[position];
    if (c == '\n') {
      return 1;
    }
    if (c == '\r') {
      return bytes[position + 1] == '\n' ? 2 : 1;
    }
    if (c == (byte) 0xC2) {
      return bytes[position + 1] == (byte) 0x85 ? 2 : 0;
    }
    boolean separator =
        c == (byte) 0xE2
            && bytes[position + 1] == (byte) 0x80
            && (bytes[position + 2] == (byte) 0xA8 || bytes[position + 2] == (byte) 0xA9);
    return separator ? 3 : 0;
  }

  public boolean isBreak(int position) {
    return breakWidth(position) > 0;
  }

  /**
   * Whether the stream ends there.
   *
   * @throws SyntaxFault where the bytes that follow are bad
   */
  public boolean isEnd(int position) {
    if (bytes[position] != 0) {
      return false;
    }
    input.require(position, line, column());
    return true;
  }

  public boolean isAtBlankOrBreak() {
    return isBlank(at) || !isEnd(at) && isBreak(at);
  }

  /**
   * Looks as far ahead as a document marker is long.
   *
   * @throws SyntaxFault where the bytes within reach are bad
   */
  public void lookAhead() {
    input.requireFour(at, line, column());
  }

  public boolean isBreakOrEnd(int position) {
    return isBreak(position) || isEnd(position);
  }

  public boolean isBlankOrEnd(int position) {
    return isBlank(position) || isBreakOrEnd(position);
  }

  /** {@code ---} or {@code ...} at the start of a line, followed by a blank or the end. */
  public boolean isDocumentMarker(int position, char sign) {
    return bytes[position] == sign
        && bytes[position + 1] == sign
        && bytes[position + 2] == sign
        && isBlankOrEnd(position + 3);
  }

  /**
   * A byte order mark after the one that tells the encoding. go-yaml skips it only at the start of
   * the text; anywhere else it belongs to what follows.
   */
  public boolean isAtFirstByteOrderMark() {
    return at == input.start
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }

  public boolean isAtDocumentMarker() {
    return column() == 0 && (isDocumentMarker(at, '-') || isDocumentMarker(at, '.'));
  }

  /**
   * Letters, digits, {@code _} and {@code -}: what names of anchors, handles, directives are of.
   */
  public boolean isAlpha(int position) {
    byte c = bytes[position];
    return c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c == '_'
        || c == '-';
  }

  public boolean isDigit(int position) {
    return bytes[position] >= '0' && bytes[position] <= '9';
  }

  /** The value of a hexadecimal digit; -1 where it is none. */
  public int hex(int position) {
    byte c = bytes[position];
    return c > 0 ? Character.digit(c, 16) : -1;
  }
}
