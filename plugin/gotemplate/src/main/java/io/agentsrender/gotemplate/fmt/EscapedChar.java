package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoString;

/**
 * One character of a Go literal ({@code strconv.UnquoteChar}).
 *
 * @param isByte whether the value stands for a byte rather than for a code point
 * @param end where the next character starts
 */
record EscapedChar(int value, boolean isByte, int end) {

  static EscapedChar read(String s, int at, char quote) {
    if (at >= s.length() || s.charAt(at) == quote) {
      throw Quotes.invalid();
    }
    if (s.charAt(at) != '\\') {
      int decoded = GoString.decodeRune(s, at);
      return new EscapedChar(
          GoString.runeOf(decoded), s.charAt(at) < 0x80, at + GoString.widthOf(decoded));
    }
    if (at + 1 >= s.length()) {
      throw Quotes.invalid();
    }
    char escape = s.charAt(at + 1);
    int end = at + 2;
    return switch (escape) {
      case 'a' -> new EscapedChar(0x07, true, end);
      case 'b' -> new EscapedChar('\b', true, end);
      case 'f' -> new EscapedChar('\f', true, end);
      case 'n' -> new EscapedChar('\n', true, end);
      case 'r' -> new EscapedChar('\r', true, end);
      case 't' -> new EscapedChar('\t', true, end);
      case 'v' -> new EscapedChar(0x0b, true, end);
      case '\\' -> new EscapedChar('\\', true, end);
      case 'x' -> new EscapedChar(number(s, end, 2, 16), true, end + 2);
      case 'u' -> codePoint(s, end, 4);
      case 'U' -> codePoint(s, end, 8);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(s, at + 1);
      default -> {
        if (escape != quote) {
          throw Quotes.invalid();
        }
        yield new EscapedChar(escape, true, end);
      }
    };
  }

  private static EscapedChar codePoint(String s, int at, int digits) {
    int rune = number(s, at, digits, 16);
    if (!GoString.isValidRune(rune)) {
      throw Quotes.invalid();
    }
    return new EscapedChar(rune, false, at + digits);
  }

  private static EscapedChar octal(String s, int at) {
    int value = number(s, at, 3, 8);
    if (value > 0xff) {
      throw Quotes.invalid();
    }
    return new EscapedChar(value, true, at + 3);
  }

  private static int number(String s, int at, int digits, int radix) {
    if (at + digits > s.length()) {
      throw Quotes.invalid();
    }
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = s.charAt(i) < 0x80 ? Character.digit(s.charAt(i), radix) : -1;
      if (digit < 0) {
        throw Quotes.invalid();
      }
      value = value * radix + digit;
    }
    return value;
  }
}
