package io.agentsrender.gotemplate.number;

import io.agentsrender.gotemplate.fmt.FloatText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic with the decimal fractions of floating-point numbers, as the library
 * shopspring/decimal does it.
 */
public final class Decimals {
  /** decimal.DivisionPrecision: the decimal places of a quotient. */
  private static final int DIVISION_PLACES = 16;

  private Decimals() {}

  /** The shortest decimal that reads back as this number, which is finite. */
  public static BigDecimal of(double value) {
    return new BigDecimal(FloatText.format(value, 'e', -1, Double.SIZE));
  }

  /** Rounds halves away from zero. */
  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DIVISION_PLACES, RoundingMode.HALF_UP);
  }
}
