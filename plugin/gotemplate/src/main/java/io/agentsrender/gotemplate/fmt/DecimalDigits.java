package io.agentsrender.gotemplate.fmt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal digits of a positive number, without leading and trailing zeros.
 *
 * @param point where the decimal point stands, counted from the first digit; 0 for zero
 */
record DecimalDigits(String digits, int point) {
  private static final DecimalDigits ZERO = new DecimalDigits("", 0);

  int count() {
    return digits.length();
  }

  /** The digit at an index, 0 outside of the digits. */
  char at(int index) {
    return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
  }

  /** The fewest digits that read back as the same number of that width. */
  static DecimalDigits shortest(double value, int bits) {
    if (value == 0) {
      return ZERO;
    }
    DecimalDigits java = parse(bits == 32 ? Float.toString((float) value) : Double.toString(value));
    // Java writes two digits where one is enough for a subnormal number: 4.9E-324 for 5e-324.
    return java.count() == 2 ? oneDigitIfEnough(java, value, bits) : java;
  }

  private static DecimalDigits oneDigitIfEnough(DecimalDigits two, double value, int bits) {
    BigDecimal exact = new BigDecimal(value);
    DecimalDigits rounded = of(exact.round(new MathContext(1, RoundingMode.HALF_EVEN)));
    return readsBackAs(rounded, value, bits) ? rounded : two;
  }

  private static boolean readsBackAs(DecimalDigits digits, double value, int bits) {
    String text = "0." + digits.digits + "E" + digits.point;
    return bits == 32 ? Float.parseFloat(text) == value : Double.parseDouble(text) == value;
  }

  /** So many significant digits, ties to even. */
  static DecimalDigits significant(double value, int count) {
    BigDecimal exact = new BigDecimal(value);
    return of(
        exact.precision() > count
            ? exact.round(new MathContext(count, RoundingMode.HALF_EVEN))
            : exact);
  }

  /** So many digits after the point, ties to even. */
  static DecimalDigits fraction(double value, int count) {
    BigDecimal exact = new BigDecimal(value);
    return of(exact.scale() > count ? exact.setScale(count, RoundingMode.HALF_EVEN) : exact);
  }

  private static DecimalDigits of(BigDecimal number) {
    if (number.signum() == 0) {
      return ZERO;
    }
    String digits = number.unscaledValue().toString();
    return new DecimalDigits(
        digits.substring(0, lengthWithoutZeros(digits)), digits.length() - number.scale());
  }

  /** Reads what {@link Double#toString} writes. */
  private static DecimalDigits parse(String text) {
    int letter = text.indexOf('E');
    int exponent = letter < 0 ? 0 : Integer.parseInt(text.substring(letter + 1));
    String number = letter < 0 ? text : text.substring(0, letter);
    int dot = number.indexOf('.');
    String digits = number.substring(0, dot) + number.substring(dot + 1);
    int first = 0;
    while (digits.charAt(first) == '0') {
      first++;
    }
    return new DecimalDigits(
        digits.substring(first, lengthWithoutZeros(digits)), dot - first + exponent);
  }

  private static int lengthWithoutZeros(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end;
  }
}
