package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scan.text.ByteText;
import io.agentsrender.yaml.scan.text.Cursor;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;

/** Scalars in single and double quotes. */
final class QuotedScalars {
  private static final String SCANNING = "while scanning a quoted scalar";
  private static final String PARSING = "while parsing a quoted scalar";

  private final Cursor cursor;
  private final ByteText text = new ByteText();
  private final ByteText blanks = new ByteText();
  private final ByteText breaks = new ByteText();
  private long start;

  QuotedScalars(Cursor cursor) {
    this.cursor = cursor;
  }

  Token scan(boolean single) {
    start = cursor.mark();
    ScalarStyle style = single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    int quote = single ? '\'' : '"';
    cursor.skip(1);
    int simpleEnd = endOfSimple(quote);
    if (simpleEnd >= 0) {
      int from = cursor.at;
      cursor.skip(simpleEnd + 1 - from);
      return Token.scalar(start, cursor.mark(), style, cursor.bytes, from, simpleEnd);
    }
    text.clear();
    while (true) {
      cursor.lookAhead();
      if (cursor.isAtDocumentMarker()) {
        throw fault(SCANNING, "found unexpected document indicator");
      }
      if (cursor.isEnd(cursor.at)) {
        throw fault(SCANNING, "found unexpected end of stream");
      }
      boolean escapedBreak = single ? readSingle() : readDouble();
      if (cursor.peek() == quote) {
        break;
      }
      readBlanks(escapedBreak);
    }
    cursor.skip(1);
    return Token.scalar(start, cursor.mark(), style, text.toByteArray(), 0, text.size());
  }

  /** Where the closing quote stands if all before it is ASCII on this line, without escapes. */
  private int endOfSimple(int quote) {
    byte[] bytes = cursor.bytes;
    int at = cursor.at;
    while (bytes[at] >= ' ' && bytes[at] != quote && bytes[at] != '\\') {
      at++;
    }
    return bytes[at] == quote && !(quote == '\'' && bytes[at + 1] == quote) ? at : -1;
  }

  private boolean readSingle() {
    while (!cursor.isBlankOrEnd(cursor.at)) {
      if (cursor.peek() == '\'') {
        if (cursor.peek(1) != '\'') {
          break;
        }
        text.append('\'');
        cursor.skip(2);
      } else {
        readCharacter();
      }
    }
    return false;
  }

  /** True where it ended with an escaped break. */
  private boolean readDouble() {
    while (!cursor.isBlankOrEnd(cursor.at) && cursor.peek() != '"') {
      if (cursor.peek() != '\\') {
        readCharacter();
      } else if (cursor.isBreak(cursor.at + 1)) {
        cursor.skip(1);
        cursor.skipBreak();
        return true;
      } else {
        readEscape();
      }
    }
    return false;
  }

  private void readCharacter() {
    int from = cursor.at;
    cursor.skip();
    text.append(cursor.bytes, from, cursor.at);
  }

  private void readEscape() {
    int digits = 0;
    int c = -1;
    switch (cursor.peek(1)) {
      case '0' -> c = 0;
      case 'a' -> c = 0x07;
      case 'b' -> c = 0x08;
      case 't', '\t' -> c = 0x09;
      case 'n' -> c = 0x0A;
      case 'v' -> c = 0x0B;
      case 'f' -> c = 0x0C;
      case 'r' -> c = 0x0D;
      case 'e' -> c = 0x1B;
      case ' ' -> c = ' ';
      case '"' -> c = '"';
      case '\'' -> c = '\'';
      case '\\' -> c = '\\';
      case 'N' -> c = 0x85;
      case '_' -> c = 0xA0;
      case 'L' -> c = 0x2028;
      case 'P' -> c = 0x2029;
      case 'x' -> digits = 2;
      case 'u' -> digits = 4;
      case 'U' -> digits = 8;
      default -> throw fault(PARSING, "found unknown escape character");
    }
    cursor.skip(2);
    text.appendCodePoint(digits == 0 ? c : readCode(digits));
  }

  private int readCode(int digits) {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = cursor.hex(cursor.at + i);
      if (digit < 0) {
        throw fault(PARSING, "did not find expected hexdecimal number");
      }
      code = code << 4 | digit;
    }
    if (code >= 0xD800 && code <= 0xDFFF || code > 0x10FFFF) {
      throw fault(PARSING, "found invalid Unicode character escape code");
    }
    cursor.skip(digits);
    return (int) code;
  }

  /** Blanks within a line stay; around breaks they go, and the breaks are folded. */
  private void readBlanks(boolean afterEscapedBreak) {
    blanks.clear();
    breaks.clear();
    boolean brokeLine = afterEscapedBreak;
    boolean folds = false;
    while (true) {
      if (cursor.isBlank(cursor.at)) {
        if (!brokeLine) {
          blanks.append(cursor.peek());
        }
        cursor.skip(1);
      } else if (!cursor.isBreak(cursor.at)) {
        break;
      } else if (brokeLine) {
        cursor.readBreak(breaks);
      } else {
        brokeLine = true;
        folds = cursor.breakWidth(cursor.at) != 3;
        if (folds) {
          cursor.skipBreak();
        } else {
          cursor.readBreak(breaks);
        }
      }
    }
    if (!brokeLine) {
      text.append(blanks);
    } else if (folds && breaks.isEmpty()) {
      text.append(' ');
    } else {
      text.append(breaks);
    }
  }

  private SyntaxFault fault(String context, String reason) {
    return SyntaxFault.scanner(context, start, reason, cursor.mark());
  }
}
