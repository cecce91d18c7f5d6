package io.agentsrender.yaml.scan;

import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scan.text.ByteText;
import io.agentsrender.yaml.scan.text.Cursor;
import io.agentsrender.yaml.scan.text.SyntaxFault;
import io.agentsrender.yaml.scan.token.Token;

/** Literal and folded scalars. */
final class BlockScalars {
  private static final String SCANNING = "while scanning a block scalar";

  private final Cursor cursor;
  private final ByteText text = new ByteText();
  private final ByteText leadingBreak = new ByteText();
  private final ByteText trailingBreaks = new ByteText();
  private long start;
  private long end;
  private int chomping;

  BlockScalars(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Scans one.
   *
   * @param parentIndent column of the collection it is in; -1 for none
   */
  Token scan(boolean literal, int parentIndent) {
    start = cursor.mark();
    cursor.skip(1);
    int increment = readHeader();
    endLine();
    end = cursor.mark();
    text.clear();
    leadingBreak.clear();
    trailingBreaks.clear();
    int indent = increment == 0 ? 0 : Math.max(parentIndent, 0) + increment;
    indent = readBreaks(indent, parentIndent);
    boolean leadingBlank = false;
    while (cursor.column() == indent && !cursor.isEnd(cursor.at)) {
      boolean blank = cursor.isBlank(cursor.at);
      boolean folds =
          !literal
              && !leadingBlank
              && !blank
              && !leadingBreak.isEmpty()
              && leadingBreak.first() == '\n';
      if (!folds) {
        text.append(leadingBreak);
      } else if (trailingBreaks.isEmpty()) {
        text.append(' ');
      }
      leadingBreak.clear();
      text.append(trailingBreaks);
      trailingBreaks.clear();
      leadingBlank = blank;
      int from = cursor.at;
      cursor.skipToBreak();
      text.append(cursor.bytes, from, cursor.at);
      cursor.readBreak(leadingBreak);
      indent = readBreaks(indent, parentIndent);
    }
    if (chomping != -1) {
      text.append(leadingBreak);
    }
    if (chomping == 1) {
      text.append(trailingBreaks);
    }
    ScalarStyle style = literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED;
    return Token.scalar(start, end, style, text.toByteArray(), 0, text.size());
  }

  /** Chomping and indentation indicators, in either order; gives the indentation or 0. */
  private int readHeader() {
    chomping = 0;
    if (readChomping()) {
      return cursor.isDigit(cursor.at) ? readIndentation() : 0;
    }
    int increment = 0;
    if (cursor.isDigit(cursor.at)) {
      increment = readIndentation();
      readChomping();
    }
    return increment;
  }

  private boolean readChomping() {
    byte c = cursor.peek();
    if (c != '+' && c != '-') {
      return false;
    }
    chomping = c == '+' ? 1 : -1;
    cursor.skip(1);
    return true;
  }

  private int readIndentation() {
    int increment = cursor.peek() - '0';
    if (increment == 0) {
      throw fault("found an indentation indicator equal to 0");
    }
    cursor.skip(1);
    return increment;
  }

  private void endLine() {
    cursor.skipBlanks();
    if (cursor.peek() == '#') {
      cursor.skipToBreak();
    }
    if (!cursor.isBreakOrEnd(cursor.at)) {
      throw fault("did not find expected comment or line break");
    }
    cursor.skipBreak();
  }

  /**
   * Goes over indentation and empty lines.
   *
   * @param indent 0 where it is not known yet
   * @return the indentation, found from the text where it was not known
   */
  private int readBreaks(int indent, int parentIndent) {
    end = cursor.mark();
    int deepest = 0;
    while (true) {
      while ((indent == 0 || cursor.column() < indent) && cursor.peek() == ' ') {
        cursor.skip(1);
      }
      deepest = Math.max(deepest, cursor.column());
      if ((indent == 0 || cursor.column() < indent) && cursor.peek() == '\t') {
        throw fault("found a tab character where an indentation space is expected");
      }
      if (!cursor.isBreak(cursor.at)) {
        break;
      }
      cursor.readBreak(trailingBreaks);
      end = cursor.mark();
    }
    return indent != 0 ? indent : Math.max(1, Math.max(deepest, parentIndent + 1));
  }

  private SyntaxFault fault(String reason) {
    return SyntaxFault.scanner(SCANNING, start, reason, cursor.mark());
  }
}
