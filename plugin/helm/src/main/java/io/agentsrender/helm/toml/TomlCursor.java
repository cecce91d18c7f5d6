package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoString;
import java.util.function.IntPredicate;

/** The text of a TOML document, read from left to right. */
final class TomlCursor {
  private final String text;
  private int at;

  TomlCursor(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The next byte; -1 at the end. */
  int peek() {
    return atEnd() ? -1 : text.charAt(at);
  }

  int next() {
    int c = peek();
    at++;
    return c;
  }

  boolean startsWith(String expected) {
    return text.startsWith(expected, at);
  }

  boolean take(String expected) {
    boolean there = startsWith(expected);
    at += there ? expected.length() : 0;
    return there;
  }

  void expect(String expected) {
    if (!take(expected)) {
      throw invalid("expected " + expected);
    }
  }

  String takeWhile(IntPredicate accepted) {
    int start = at;
    while (!atEnd() && accepted.test(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  void skipSpace() {
    takeWhile(c -> c == ' ' || c == '\t');
  }

  /** Over spaces, comments and line ends. */
  void skipBlankLines() {
    while (true) {
      skipSpace();
      skipComment();
      if (!take("\n") && !take("\r\n")) {
        return;
      }
    }
  }

  private void skipComment() {
    if (take("#")) {
      takeWhile(c -> (c >= ' ' && c != 0x7f) || c == '\t');
    }
  }

  /** Over the rest of a line, which may hold a comment only. */
  void endLine() {
    skipSpace();
    skipComment();
    if (!atEnd() && !take("\n") && !take("\r\n")) {
      throw invalid("expected the end of the line");
    }
  }

  /** One name of a key. */
  String key() {
    if (peek() == '"' || peek() == '\'') {
      if (startsWith("\"\"\"") || startsWith("'''")) {
        throw invalid("a key cannot have several lines");
      }
      return TomlStrings.read(this);
    }
    String name = takeWhile(TomlKeys::isBare);
    if (name.isEmpty()) {
      throw invalid("expected a key");
    }
    return name;
  }

  GoError invalid(String reason) {
    long line =
        1 + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return GoError.notSupported(
        "fromToml of invalid text, line " + line + ": " + GoString.encode(reason));
  }
}
