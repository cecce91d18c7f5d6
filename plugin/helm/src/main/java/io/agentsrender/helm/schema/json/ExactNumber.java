package io.agentsrender.helm.schema.json;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number with its digits as they were written, since messages show them so: {@code 1e5} is not
 * printed as {@code 100000}. Two numbers are equal where their values are.
 */
public final class ExactNumber {
  /** Go's math/big refuses larger exponents; without a limit {@code 1e999999999} fills the heap. */
  private static final int LARGEST_EXPONENT = 1_000_000;

  private final String text;
  private final BigDecimal value;

  private ExactNumber(String text, BigDecimal value) {
    this.text = text;
    this.value = value;
  }

  public static ExactNumber of(long value) {
    return new ExactNumber(Long.toString(value), BigDecimal.valueOf(value));
  }

  /**
   * @param text a number of JSON
   * @return empty where the exponent is beyond what can be computed with
   */
  public static Optional<ExactNumber> parse(String text) {
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException outOfRange) {
      return Optional.empty();
    }
    boolean tooLarge = Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT;
    return tooLarge && value.signum() != 0
        ? Optional.empty()
        : Optional.of(new ExactNumber(text, value));
  }

  public BigDecimal value() {
    return value;
  }

  /** Whether there is nothing behind the decimal point: {@code 1.0} is an integer. */
  public boolean isInteger() {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactNumber that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(value.doubleValue());
  }

  /** The digits as they were written. */
  @Override
  public String toString() {
    return text;
  }
}
