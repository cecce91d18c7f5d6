package io.agentsrender.gotemplate.parse;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;

/**
 * One piece of a template.
 *
 * @param pos index of its first byte
 * @param text as it stands in the template; for an error, the error
 * @param line the line on which it starts, as the lexer counts them
 */
record Token(TokenType type, int pos, String text, int line) {
  private static final int QUOTED_RUNES = 10;

  boolean is(TokenType other) {
    return type == other;
  }

  /** How errors quote it (lex.go, item.String). */
  @Override
  public String toString() {
    if (type == TokenType.EOF) {
      return "EOF";
    }
    if (type == TokenType.ERROR) {
      return text;
    }
    if (type.isKeyword()) {
      return "<" + text + ">";
    }
    if (text.length() <= QUOTED_RUNES) {
      return Quotes.quote(text);
    }
    int end = 0;
    for (int runes = 0; runes < QUOTED_RUNES && end < text.length(); runes++) {
      end += GoString.widthOf(GoString.decodeRune(text, end));
    }
    return Quotes.quote(text.substring(0, end)) + "...";
  }
}
