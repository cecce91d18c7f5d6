package io.agentsrender.helm.toml;

import io.agentsrender.gotemplate.value.GoString;

/** Strings of TOML in their four forms. */
final class TomlStrings {
  private TomlStrings() {}

  /** Reads a string that starts with a quote. */
  static String read(TomlCursor in) {
    if (in.take("\"\"\"")) {
      return lines(in, '"');
    }
    if (in.take("'''")) {
      return lines(in, '\'');
    }
    int quote = in.next();
    StringBuilder out = new StringBuilder();
    for (int c = in.next(); c != quote; c = in.next()) {
      if (c == '\\' && quote == '"') {
        escape(in, out);
      } else {
        add(in, out, c);
      }
    }
    return out.toString();
  }

  private static String lines(TomlCursor in, char quote) {
    StringBuilder out = new StringBuilder();
    String end = String.valueOf(quote).repeat(3);
    if (!in.take("\n")) {
      in.take("\r\n");
    }
    while (true) {
      if (in.take(end)) {
        // Up to two quotes may stand before the closing ones.
        for (int extra = 0; extra < 2 && in.peek() == quote; extra++) {
          out.append((char) in.next());
        }
        return out.toString();
      }
      int c = in.next();
      if (c == '\\' && quote == '"') {
        if (!skipsLineEnd(in)) {
          escape(in, out);
        }
      } else if (c == '\n') {
        out.append('\n');
      } else if (c == '\r' && in.take("\n")) {
        out.append("\r\n");
      } else {
        add(in, out, c);
      }
    }
  }

  /** A backslash before a line end takes all white space behind it away. */
  private static boolean skipsLineEnd(TomlCursor in) {
    int c = in.peek();
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
      return false;
    }
    String space = in.takeWhile(s -> s == ' ' || s == '\t' || s == '\r' || s == '\n');
    if (space.indexOf('\n') < 0) {
      throw in.invalid("a backslash before a space");
    }
    return true;
  }

  private static void add(TomlCursor in, StringBuilder out, int c) {
    if (c < 0) {
      throw in.invalid("a string is not closed");
    }
    if ((c < ' ' && c != '\t') || c == 0x7f) {
      throw in.invalid("a control character in a string");
    }
    out.append((char) c);
  }

  private static void escape(TomlCursor in, StringBuilder out) {
    int c = in.next();
    switch (c) {
      case 'b' -> out.append('\b');
      case 't' -> out.append('\t');
      case 'n' -> out.append('\n');
      case 'f' -> out.append('\f');
      case 'r' -> out.append('\r');
      case '"', '\\' -> out.append((char) c);
      case 'u' -> GoString.appendRune(out, codePoint(in, 4));
      case 'U' -> GoString.appendRune(out, codePoint(in, 8));
      default -> throw in.invalid("an unknown escape");
    }
  }

  private static int codePoint(TomlCursor in, int digits) {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(in.next(), 16);
      if (digit < 0) {
        throw in.invalid("an escape needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    if (value > GoString.MAX_RUNE || !GoString.isValidRune((int) value)) {
      throw in.invalid("an escape of no character");
    }
    return (int) value;
  }
}
