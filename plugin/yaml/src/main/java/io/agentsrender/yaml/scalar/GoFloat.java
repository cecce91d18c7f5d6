package io.agentsrender.yaml.scalar;

import org.jspecify.annotations.Nullable;

/** The shortest decimal form of floats, as strconv.FormatFloat and encoding/json write it. */
public final class GoFloat {
  private GoFloat() {}

  /** {@code strconv.FormatFloat(number, 'g', -1, 64)}; YAML's words for what is not finite. */
  public static String shortest(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    return Digits.of(number).general();
  }

  /** {@code strconv.FormatFloat(number, 'g', -1, 32)} for a finite number. */
  public static String shortest32(float number) {
    return Digits.of(number).general();
  }

  /** What encoding/json writes for a finite number (encode.go, floatEncoder). */
  public static String json(double number) {
    double size = Math.abs(number);
    Digits digits = Digits.of(number);
    return size != 0 && (size < 1e-6 || size >= 1e21)
        ? digits.scientific(false)
        : digits.positional();
  }

  /** What encoding/json writes for a finite float32. */
  public static String json32(float number) {
    float size = Math.abs(number);
    Digits digits = Digits.of(number);
    return size != 0 && (size < 1e-6f || size >= 1e21f)
        ? digits.scientific(false)
        : digits.positional();
  }

  /**
   * A number as 0.DIGITS times ten to {@code point}.
   *
   * @param digits without zeros at either end; {@code 0} for zero
   */
  private record Digits(boolean negative, String digits, int point) {
    /** The least exponent that is written out, and the first too large one, for shortest 'g'. */
    private static final int MIN_POSITIONAL = -4;

    private static final int MIN_SCIENTIFIC = 6;

    static Digits of(double number) {
      Digits found = parse(Double.toString(number));
      Digits shorter = found.oneDigit();
      return shorter != null && Double.parseDouble(shorter.scientific(true)) == number
          ? shorter
          : found;
    }

    static Digits of(float number) {
      Digits found = parse(Float.toString(number));
      Digits shorter = found.oneDigit();
      return shorter != null && Float.parseFloat(shorter.scientific(true)) == number
          ? shorter
          : found;
    }

    /** Java prefers two digits to one where they are closer, which happens to subnormals. */
    private @Nullable Digits oneDigit() {
      if (digits.length() != 2) {
        return null;
      }
      int rounded = (Integer.parseInt(digits) + 5) / 10;
      return rounded == 10
          ? new Digits(negative, "1", point + 1)
          : new Digits(negative, Integer.toString(rounded), point);
    }

    private static Digits parse(String text) {
      boolean negative = text.startsWith("-");
      int exponentAt = text.indexOf('E');
      int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
      String mantissa =
          text.substring(negative ? 1 : 0, exponentAt < 0 ? text.length() : exponentAt);
      int pointAt = mantissa.indexOf('.');
      String all = mantissa.substring(0, pointAt) + mantissa.substring(pointAt + 1);
      int from = 0;
      while (from < all.length() - 1 && all.charAt(from) == '0') {
        from++;
      }
      int to = all.length();
      while (to > from + 1 && all.charAt(to - 1) == '0') {
        to--;
      }
      String digits = all.substring(from, to);
      return new Digits(negative, digits, digits.equals("0") ? 1 : pointAt + exponent - from);
    }

    String general() {
      int exponent = point - 1;
      return exponent < MIN_POSITIONAL || exponent >= MIN_SCIENTIFIC
          ? scientific(true)
          : positional();
    }

    String scientific(boolean twoDigitExponent) {
      StringBuilder out = new StringBuilder();
      out.append(negative ? "-" : "").append(digits.charAt(0));
      if (digits.length() > 1) {
        out.append('.').append(digits, 1, digits.length());
      }
      int exponent = point - 1;
      int size = Math.abs(exponent);
      out.append('e').append(exponent < 0 ? '-' : '+');
      // encoding/json shortens e-09 to e-9, and leaves e+09, which it never writes.
      return out.append(size < 10 && twoDigitExponent ? "0" : "").append(size).toString();
    }

    String positional() {
      StringBuilder out = new StringBuilder(negative ? "-" : "");
      if (point <= 0) {
        return out.append("0.").repeat('0', -point).append(digits).toString();
      }
      if (point >= digits.length()) {
        return out.append(digits).repeat('0', point - digits.length()).toString();
      }
      return out.append(digits, 0, point).append('.').append(digits.substring(point)).toString();
    }
  }
}
