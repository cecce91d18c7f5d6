package io.agentsrender.gotemplate.number;

/** Functions of Go's package math that differ from Java's in some bit. */
public final class GoMath {
  private static final int MAX_POWER = 1 << 12;

  private GoMath() {}

  /** The larger number; an infinity wins over NaN. */
  public static double max(double a, double b) {
    return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
        ? Double.POSITIVE_INFINITY
        : Math.max(a, b);
  }

  /** The smaller number; a negative infinity wins over NaN. */
  public static double min(double a, double b) {
    return a == Double.NEGATIVE_INFINITY || b == Double.NEGATIVE_INFINITY
        ? Double.NEGATIVE_INFINITY
        : Math.min(a, b);
  }

  /** {@code math.Pow(10, exponent)}, by repeated squaring with its own rounding. */
  public static double powerOfTen(long exponent) {
    // 10 is 0.625 times 2 to the power of 4.
    double square = 0.625;
    int squarePower = 4;
    double result = 1;
    int power = 0;
    for (long i = Math.absExact(Math.max(exponent, -Long.MAX_VALUE)); i != 0; i >>= 1) {
      if (squarePower > MAX_POWER) {
        power += squarePower;
        break;
      }
      if ((i & 1) == 1) {
        result *= square;
        power += squarePower;
      }
      square *= square;
      squarePower <<= 1;
      if (square < 0.5) {
        square += square;
        squarePower--;
      }
    }
    return exponent < 0 ? Math.scalb(1 / result, -power) : Math.scalb(result, power);
  }

  /**
   * Rounds to decimal places (Sprig's round).
   *
   * @param places negative ones are before the decimal point
   * @param on the least fraction that is rounded up
   */
  public static double round(double value, long places, double on) {
    double power = powerOfTen(places);
    double digits = power * value;
    double rounded = fraction(digits) >= on ? Math.ceil(digits) : Math.floor(digits);
    return rounded / power;
  }

  /** The part after the point, with the sign of the whole; NaN for infinities ({@code Modf}). */
  private static double fraction(double value) {
    return Double.isInfinite(value) ? Double.NaN : value % 1;
  }

  /**
   * {@code int64(value)} as it is on amd64: the least number for all that do not fit, and for NaN.
   */
  public static long toInt64(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }
}
