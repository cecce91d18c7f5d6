package io.agentsrender.gotemplate.parse;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a template into tokens (text/template/parse/lex.go). The input is a byte string, so that
 * positions are Go's byte positions. Lines are counted where Go counts them, since they show in
 * parse errors.
 */
final class Lexer {
  private static final int EOF = -1;
  private static final String LEFT_DELIM = "{{";
  private static final String RIGHT_DELIM = "}}";
  private static final String LEFT_COMMENT = "/*";
  private static final String RIGHT_COMMENT = "*/";

  /** A trim marker is a minus sign and the space that parts it from the action. */
  private static final int TRIM_MARKER_LENGTH = 2;

  private final String input;
  private final boolean breakIsKeyword;
  private final boolean continueIsKeyword;
  private final boolean countsLinesOfComments;

  private int pos;
  private int start;
  private int line = 1;
  private int startLine = 1;
  private int parenDepth;
  private boolean insideAction;
  private boolean failed;

  Lexer(
      String input,
      boolean breakIsKeyword,
      boolean continueIsKeyword,
      boolean countsLinesOfComments) {
    this.input = input;
    this.breakIsKeyword = breakIsKeyword;
    this.continueIsKeyword = continueIsKeyword;
    this.countsLinesOfComments = countsLinesOfComments;
  }

  Token next() {
    if (failed) {
      return new Token(TokenType.EOF, 0, "EOF", startLine);
    }
    return insideAction ? insideAction() : text();
  }

  private Token text() {
    while (true) {
      int delim = input.indexOf(LEFT_DELIM, pos);
      if (delim < 0) {
        pos = input.length();
        if (pos > start) {
          line += countNewlines(start, pos);
          return token(TokenType.TEXT);
        }
        return token(TokenType.EOF);
      }
      if (delim > pos) {
        pos = delim;
        int trim =
            hasLeftTrimMarker(pos + LEFT_DELIM.length()) ? trailingSpaceLength(start, pos) : 0;
        pos -= trim;
        line += countNewlines(start, pos);
        Token text = token(TokenType.TEXT);
        pos += trim;
        ignore();
        if (!text.text().isEmpty()) {
          return text;
        }
      }
      Token token = leftDelim();
      if (token != null) {
        return token;
      }
    }
  }

  /** Null behind a comment, which leaves no token. */
  private @Nullable Token leftDelim() {
    pos += LEFT_DELIM.length();
    int afterMarker = hasLeftTrimMarker(pos) ? TRIM_MARKER_LENGTH : 0;
    if (input.startsWith(LEFT_COMMENT, pos + afterMarker)) {
      pos += afterMarker;
      ignore();
      return comment();
    }
    Token token = token(TokenType.LEFT_DELIM);
    insideAction = true;
    pos += afterMarker;
    ignore();
    parenDepth = 0;
    return token;
  }

  private @Nullable Token comment() {
    int end = input.indexOf(RIGHT_COMMENT, pos + LEFT_COMMENT.length());
    if (end < 0) {
      return error("unclosed comment");
    }
    pos = end + RIGHT_COMMENT.length();
    boolean trim = atTrimmedRightDelim();
    if (!trim && !atPlainRightDelim()) {
      return error("comment ends before closing delimiter");
    }
    if (countsLinesOfComments) {
      line += countNewlines(start, pos);
    }
    start = pos;
    if (trim) {
      pos += TRIM_MARKER_LENGTH;
    }
    pos += RIGHT_DELIM.length();
    if (trim) {
      pos += leadingSpaceLength(pos);
    }
    ignore();
    return null;
  }

  private Token rightDelim() {
    boolean trim = atTrimmedRightDelim();
    if (trim) {
      pos += TRIM_MARKER_LENGTH;
      ignore();
    }
    pos += RIGHT_DELIM.length();
    Token token = token(TokenType.RIGHT_DELIM);
    if (trim) {
      pos += leadingSpaceLength(pos);
      ignore();
    }
    insideAction = false;
    return token;
  }

  private Token insideAction() {
    if (atTrimmedRightDelim() || atPlainRightDelim()) {
      return parenDepth == 0 ? rightDelim() : error("unclosed left paren");
    }
    int rune = read();
    return switch (rune) {
      case EOF -> error("unclosed action");
      case ' ', '\t', '\r', '\n' -> {
        unread();
        yield space();
      }
      case '=' -> token(TokenType.ASSIGN);
      case ':' -> read() == '=' ? token(TokenType.DECLARE) : error("expected :=");
      case '|' -> token(TokenType.PIPE);
      case '"' -> quoted('"', TokenType.STRING, "unterminated quoted string");
      case '`' -> rawQuoted();
      case '$' -> fieldOrVariable(TokenType.VARIABLE);
      case '\'' -> quoted('\'', TokenType.CHAR_CONSTANT, "unterminated character constant");
      case '(' -> {
        parenDepth++;
        yield token(TokenType.LEFT_PAREN);
      }
      case ')' -> {
        parenDepth--;
        yield parenDepth < 0 ? error("unexpected right paren") : token(TokenType.RIGHT_PAREN);
      }
      default -> other(rune);
    };
  }

  private Token other(int rune) {
    if (rune == '.' && (pos >= input.length() || !isDigit(input.charAt(pos)))) {
      // A point that starts no number; at the very end Go takes it for one.
      return pos < input.length() ? fieldOrVariable(TokenType.FIELD) : number();
    }
    if (rune == '.' || rune == '+' || rune == '-' || isDigit(rune)) {
      return number();
    }
    if (isAlphaNumeric(rune)) {
      return identifier();
    }
    if (rune < 0x80 && GoUnicode.isPrint(rune)) {
      return token(TokenType.CHAR);
    }
    return error("unrecognized character in action: " + Quotes.codePoint(rune));
  }

  private Token space() {
    int spaces = 0;
    while (isSpace(peek())) {
      read();
      spaces++;
    }
    // The last space may belong to the trim marker of a closing delimiter.
    if (hasRightTrimMarker(pos - 1)
        && input.startsWith(RIGHT_DELIM, pos - 1 + TRIM_MARKER_LENGTH)) {
      unread();
      if (spaces == 1) {
        return rightDelim();
      }
    }
    return token(TokenType.SPACE);
  }

  private Token identifier() {
    while (isAlphaNumeric(peek())) {
      read();
    }
    if (!atTerminator()) {
      return error("bad character " + Quotes.codePoint(peek()));
    }
    return token(keyword(input.substring(start, pos)));
  }

  private TokenType keyword(String word) {
    return switch (word) {
      case "block" -> TokenType.BLOCK;
      case "break" -> breakIsKeyword ? TokenType.BREAK : TokenType.IDENTIFIER;
      case "continue" -> continueIsKeyword ? TokenType.CONTINUE : TokenType.IDENTIFIER;
      case "define" -> TokenType.DEFINE;
      case "else" -> TokenType.ELSE;
      case "end" -> TokenType.END;
      case "if" -> TokenType.IF;
      case "range" -> TokenType.RANGE;
      case "nil" -> TokenType.NIL;
      case "template" -> TokenType.TEMPLATE;
      case "with" -> TokenType.WITH;
      case "true", "false" -> TokenType.BOOL;
      default -> TokenType.IDENTIFIER;
    };
  }

  private Token fieldOrVariable(TokenType type) {
    if (atTerminator()) {
      return token(type == TokenType.VARIABLE ? TokenType.VARIABLE : TokenType.DOT);
    }
    while (isAlphaNumeric(peek())) {
      read();
    }
    return atTerminator() ? token(type) : error("bad character " + Quotes.codePoint(peek()));
  }

  /** Whether what follows may stand behind a name. */
  private boolean atTerminator() {
    int rune = peek();
    return switch (rune) {
      case ' ', '\t', '\r', '\n', EOF, '.', ',', '|', ':', ')', '(' -> true;
      default -> atPlainRightDelim();
    };
  }

  private Token quoted(char quote, TokenType type, String unterminated) {
    while (true) {
      int rune = read();
      if (rune == '\\') {
        rune = read();
        if (rune != EOF && rune != '\n') {
          continue;
        }
      }
      if (rune == EOF || rune == '\n') {
        return error(unterminated);
      }
      if (rune == quote) {
        return token(type);
      }
    }
  }

  private Token rawQuoted() {
    while (true) {
      int rune = read();
      if (rune == EOF) {
        return error("unterminated raw quoted string");
      }
      if (rune == '`') {
        return token(TokenType.RAW_STRING);
      }
    }
  }

  private Token number() {
    unread();
    if (!scanNumber()) {
      return error("bad number syntax: " + Quotes.quote(input.substring(start, pos)));
    }
    int sign = peek();
    if (sign != '+' && sign != '-') {
      return token(TokenType.NUMBER);
    }
    if (!scanNumber() || input.charAt(pos - 1) != 'i') {
      return error("bad number syntax: " + Quotes.quote(input.substring(start, pos)));
    }
    return token(TokenType.COMPLEX);
  }

  /** Takes what looks like a number; whether it is one, the parser finds out. */
  private boolean scanNumber() {
    accept("+-");
    String digits = "0123456789_";
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
      } else if (accept("oO")) {
        digits = "01234567_";
      } else if (accept("bB")) {
        digits = "01_";
      }
    }
    acceptRun(digits);
    if (accept(".")) {
      acceptRun(digits);
    }
    boolean decimal = digits.length() == 11;
    boolean hexadecimal = digits.length() == 23;
    if ((decimal && accept("eE")) || (hexadecimal && accept("pP"))) {
      accept("+-");
      acceptRun("0123456789_");
    }
    accept("i");
    if (isAlphaNumeric(peek())) {
      read();
      return false;
    }
    return true;
  }

  private boolean accept(String valid) {
    int rune = peek();
    if (rune == EOF || valid.indexOf(rune) < 0) {
      return false;
    }
    read();
    return true;
  }

  private void acceptRun(String valid) {
    boolean accepted;
    do {
      accepted = accept(valid);
    } while (accepted);
  }

  private int read() {
    if (pos >= input.length()) {
      return EOF;
    }
    int decoded = GoString.decodeRune(input, pos);
    pos += GoString.widthOf(decoded);
    int rune = GoString.runeOf(decoded);
    if (rune == '\n') {
      line++;
    }
    return rune;
  }

  private int peek() {
    return pos >= input.length() ? EOF : GoString.runeOf(GoString.decodeRune(input, pos));
  }

  /** Steps back over the rune before the position. */
  private void unread() {
    int decoded = GoString.decodeLastRune(input, pos);
    pos -= GoString.widthOf(decoded);
    if (GoString.runeOf(decoded) == '\n') {
      line--;
    }
  }

  private Token token(TokenType type) {
    String text = type == TokenType.EOF ? "EOF" : input.substring(start, pos);
    Token token = new Token(type, start, text, startLine);
    start = pos;
    startLine = line;
    return token;
  }

  private Token error(String text) {
    failed = true;
    return new Token(TokenType.ERROR, start, text, startLine);
  }

  /** Skips input that was not read rune by rune. */
  private void ignore() {
    line += countNewlines(start, pos);
    start = pos;
    startLine = line;
  }

  private int countNewlines(int from, int to) {
    int count = 0;
    for (int i = input.indexOf('\n', from); i >= 0 && i < to; i = input.indexOf('\n', i + 1)) {
      count++;
    }
    return count;
  }

  private boolean atPlainRightDelim() {
    return input.startsWith(RIGHT_DELIM, pos);
  }

  private boolean atTrimmedRightDelim() {
    return hasRightTrimMarker(pos) && input.startsWith(RIGHT_DELIM, pos + TRIM_MARKER_LENGTH);
  }

  private boolean hasLeftTrimMarker(int at) {
    return at + 1 < input.length() && input.charAt(at) == '-' && isSpace(input.charAt(at + 1));
  }

  private boolean hasRightTrimMarker(int at) {
    return at + 1 < input.length() && isSpace(input.charAt(at)) && input.charAt(at + 1) == '-';
  }

  private int trailingSpaceLength(int from, int to) {
    int at = to;
    while (at > from && isSpace(input.charAt(at - 1))) {
      at--;
    }
    return to - at;
  }

  private int leadingSpaceLength(int from) {
    int at = from;
    while (at < input.length() && isSpace(input.charAt(at))) {
      at++;
    }
    return at - from;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphaNumeric(int rune) {
    if (rune < 0x80) {
      return (rune >= 'a' && rune <= 'z')
          || (rune >= 'A' && rune <= 'Z')
          || isDigit(rune)
          || rune == '_';
    }
    return GoUnicode.isLetter(rune) || GoUnicode.isDigit(rune);
  }
}
