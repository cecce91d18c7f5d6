package io.agentsrender.yaml.scalar;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reading of numbers as Go's strconv does. */
final class GoNumbers {
  private GoNumbers() {}

  /**
   * strconv.ParseInt and ParseUint without their range checks.
   *
   * @param base 2, 8 or 10; 0 takes it from the prefix {@code 0x}, {@code 0o}, {@code 0b} or {@code
   *     0}
   * @return null where it is not an integer
   */
  static @Nullable BigInteger parseInteger(String text, int base) {
    int at = 0;
    boolean negative = false;
    if (!text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-')) {
      negative = text.charAt(0) == '-';
      at = 1;
    }
    int radix = base == 0 ? 10 : base;
    if (base == 0 && at < text.length() && text.charAt(at) == '0') {
      int next = at + 2 < text.length() ? text.charAt(at + 1) | 0x20 : 0;
      radix =
          switch (next) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> at + 1 < text.length() ? 8 : 10;
          };
      at += next == 'x' || next == 'o' || next == 'b' ? 2 : 0;
    }
    if (at == text.length()) {
      return null;
    }
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    if (text.length() - at > 80) {
      return null;
    }
    BigInteger size =
        text.length() - at <= 15
            ? BigInteger.valueOf(Long.parseLong(text, at, text.length(), radix))
            : new BigInteger(text.substring(at), radix);
    return negative ? size.negate() : size;
  }

  /**
   * What go-yaml takes for a float: {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}.
   *
   * @return null where it is none, or too large for a float64
   */
  static @Nullable Double parseFloat(String text) {
    int at = 0;
    int end = text.length();
    if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int whole = digits(text, at);
    if (whole > at) {
      at = whole;
      if (at < end && text.charAt(at) == '.') {
        at = digits(text, at + 1);
      }
    } else {
      if (at == end || text.charAt(at) != '.') {
        return null;
      }
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return null;
      }
      at = fraction;
    }
    if (at < end && (text.charAt(at) | 0x20) == 'e') {
      at++;
      if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = digits(text, at);
      if (exponent == at) {
        return null;
      }
      at = exponent;
    }
    return at == end ? finite(text) : null;
  }

  /**
   * strconv.ParseFloat for text that starts with a point. It allows underscores between digits as
   * Go's own literals do.
   */
  static @Nullable Double parsePointFloat(String text) {
    if (text.indexOf('_') < 0) {
      return parseFloat(text);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '_' && !(isDigit(text, i - 1) && isDigit(text, i + 1))) {
        return null;
      }
    }
    return parseFloat(text.replace("_", ""));
  }

  private static @Nullable Double finite(String text) {
    double number = Double.parseDouble(text);
    return Double.isInfinite(number) ? null : (Double) number;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (isDigit(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
