package io.agentsrender.gotemplate.fmt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers from text ({@code strconv.ParseInt} and its kin). */
public final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?=[._]*+[0-9])[0-9_]*+\\.?[0-9_]*+(?:[eE][+-]?[0-9][0-9_]*+)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "[+-]?0[xX](?=[._]*+[0-9a-fA-F])[0-9a-fA-F_]*+\\.?[0-9a-fA-F_]*+[pP][+-]?[0-9][0-9_]*+");
  private static final Pattern SPECIAL =
      Pattern.compile("([+-]?)inf(?:inity)?|nan", Pattern.CASE_INSENSITIVE);

  /** More digits of an exponent than any number needs; Go cuts there too. */
  private static final Pattern LONG_EXPONENT =
      Pattern.compile("([eEpP][+-]?)0*([1-9][0-9]{5})[0-9]+$");

  private Numbers() {}

  /**
   * @param base 2 to 36, or 0 to take it from the prefix and to allow underscores
   * @param bits width of the integer: 8, 16, 32 or 64
   * @throws NumberError with Go's text
   */
  public static long parseInt(String s, int base, int bits) {
    return parseInt("ParseInt", s, base, bits);
  }

  /** The same as {@code strconv.Atoi}. */
  public static long atoi(String s) {
    return parseInt("Atoi", s, 10, 64);
  }

  private static long parseInt(String function, String s, int base, int bits) {
    boolean negative = s.startsWith("-");
    String digits = negative || s.startsWith("+") ? s.substring(1) : s;
    long magnitude;
    boolean tooLarge = false;
    try {
      magnitude = unsigned(function, s, digits, base, 64);
    } catch (NumberError e) {
      if (!e.isOutOfRange()) {
        throw e;
      }
      magnitude = -1;
      tooLarge = true;
    }
    long limit = 1L << (bits - 1);
    int order = Long.compareUnsigned(magnitude, limit);
    if (tooLarge || (negative ? order > 0 : order >= 0)) {
      throw NumberError.outOfRange(function, s);
    }
    return negative ? -magnitude : magnitude;
  }

  /**
   * @return the bits of an unsigned integer
   * @throws NumberError with Go's text
   */
  public static long parseUint(String s, int base, int bits) {
    return unsigned("ParseUint", s, s, base, bits);
  }

  private static long unsigned(String function, String whole, String s, int base, int bits) {
    int radix = base == 0 ? radix(s) : base;
    int at = base == 0 ? prefixLength(s) : 0;
    if (s.isEmpty()) {
      throw NumberError.syntax(function, whole);
    }
    long max = bits == 64 ? -1 : (1L << bits) - 1;
    long value = 0;
    boolean underscores = false;
    for (; at < s.length(); at++) {
      char c = s.charAt(at);
      if (c == '_' && base == 0) {
        underscores = true;
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw NumberError.syntax(function, whole);
      }
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1, radix)) > 0) {
        throw NumberError.outOfRange(function, whole);
      }
      long next = value * radix + digit;
      if (Long.compareUnsigned(next, value * radix) < 0 || Long.compareUnsigned(next, max) > 0) {
        throw NumberError.outOfRange(function, whole);
      }
      value = next;
    }
    if (underscores && !underscoresAreFine(s)) {
      throw NumberError.syntax(function, whole);
    }
    return value;
  }

  private static int radix(String s) {
    if (!s.startsWith("0")) {
      return 10;
    }
    char prefix = s.length() >= 3 ? s.charAt(1) : 'o';
    return switch (prefix) {
      case 'b', 'B' -> 2;
      case 'x', 'X' -> 16;
      default -> 8;
    };
  }

  private static int prefixLength(String s) {
    if (!s.startsWith("0")) {
      return 0;
    }
    return s.length() >= 3 && "bBoOxX".indexOf(s.charAt(1)) >= 0 ? 2 : 1;
  }

  /**
   * The nearest number of that width.
   *
   * @param bits 32 or 64
   * @throws NumberError with Go's text
   */
  public static double parseFloat(String s, int bits) {
    Matcher special = SPECIAL.matcher(s);
    if (special.matches()) {
      if (special.group(1) == null) {
        return Double.NaN;
      }
      return "-".equals(special.group(1)) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (!HEXADECIMAL.matcher(s).matches() && !DECIMAL.matcher(s).matches()) {
      throw NumberError.syntax("ParseFloat", s);
    }
    if (s.indexOf('_') >= 0 && !underscoresAreFine(s)) {
      throw NumberError.syntax("ParseFloat", s);
    }
    String plain = LONG_EXPONENT.matcher(s.replace("_", "")).replaceFirst("$1$2");
    double value = bits == 32 ? Float.parseFloat(plain) : Double.parseDouble(plain);
    if (Double.isInfinite(value)) {
      throw NumberError.outOfRange("ParseFloat", s);
    }
    return value;
  }

  /** Underscores stand only between digits, or between a prefix and a digit. */
  private static boolean underscoresAreFine(String number) {
    String s = number.startsWith("-") || number.startsWith("+") ? number.substring(1) : number;
    boolean prefixed = s.length() >= 2 && s.charAt(0) == '0' && "bBoOxX".indexOf(s.charAt(1)) >= 0;
    boolean hex = prefixed && (s.charAt(1) == 'x' || s.charAt(1) == 'X');
    char last = prefixed ? '0' : '^';
    for (int i = prefixed ? 2 : 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.digit(c, hex ? 16 : 10) >= 0) {
        last = '0';
      } else if (c == '_') {
        if (last != '0') {
          return false;
        }
        last = '_';
      } else {
        if (last == '_') {
          return false;
        }
        last = '!';
      }
    }
    return last != '_';
  }
}
