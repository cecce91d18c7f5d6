package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scan.text.ByteText;
import io.agentsrender.yaml.scan.text.Cursor;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;

/** Scalars without quotes. */
final class PlainScalars {
  private final Cursor cursor;
  private final ByteText text = new ByteText();
  private final ByteText breaks = new ByteText();
  private boolean endedOnNewLine;

  PlainScalars(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Whether a line was ended after the last scalar, so that a key may start. */
  boolean endedOnNewLine() {
    return endedOnNewLine;
  }

  /**
   * Scans one.
   *
   * @param indent the first column that still belongs to it on further lines
   */
  Token scan(int indent, boolean inFlow) {
    long start = cursor.mark();
    long end = start;
    int from = cursor.at;
    int to = from;
    boolean folded = false;
    boolean brokeLine = false;
    boolean breakFolds = false;
    while (true) {
      cursor.lookAhead();
      if (cursor.isAtDocumentMarker() || cursor.peek() == '#') {
        break;
      }
      int word = cursor.at;
      skipWord(inFlow);
      if (cursor.at > word) {
        if (brokeLine) {
          if (!folded) {
            text.clear();
            folded = true;
          }
          text.append(cursor.bytes, from, to);
          joinLines(breakFolds);
          brokeLine = false;
          from = word;
        }
        to = cursor.at;
        end = cursor.mark();
      }
      if (!cursor.isAtBlankOrBreak()) {
        break;
      }
      while (true) {
        if (cursor.isBlank(cursor.at)) {
          if (brokeLine && cursor.column() < indent && cursor.peek() == '\t') {
            throw SyntaxFault.scanner(
                "while scanning a plain scalar",
                start,
                "found a tab character that violates indentation",
                cursor.mark());
          }
          cursor.skip(1);
        } else if (!cursor.isBreak(cursor.at)) {
          break;
        } else if (brokeLine) {
          cursor.readBreak(breaks);
        } else {
          breaks.clear();
          breakFolds = cursor.breakWidth(cursor.at) != 3;
          if (breakFolds) {
            cursor.skipBreak();
          } else {
            cursor.readBreak(breaks);
          }
          brokeLine = true;
        }
      }
      if (!inFlow && cursor.column() < indent) {
        break;
      }
    }
    endedOnNewLine = brokeLine;
    if (!folded) {
      return Token.scalar(start, end, ScalarStyle.PLAIN, cursor.bytes, from, to);
    }
    text.append(cursor.bytes, from, to);
    return Token.scalar(start, end, ScalarStyle.PLAIN, text.toByteArray(), 0, text.size());
  }

  /** One line feed becomes a space, more lose one; other separators stay. */
  private void joinLines(boolean breakFolds) {
    if (breakFolds && breaks.isEmpty()) {
      text.append(' ');
    } else {
      text.append(breaks);
    }
  }

  private void skipWord(boolean inFlow) {
    while (true) {
      byte c = cursor.peek();
      if (c > ' ') {
        if (c == ':' && cursor.isBlankOrEnd(cursor.at + 1) || inFlow && endsFlowScalar(c)) {
          return;
        }
        cursor.skip(1);
      } else if (c < 0 && !cursor.isBreak(cursor.at)) {
        cursor.skip();
      } else {
        return;
      }
    }
  }

  private static boolean endsFlowScalar(byte c) {
    return c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
  }
}
