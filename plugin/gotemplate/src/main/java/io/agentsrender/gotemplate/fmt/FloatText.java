package io.agentsrender.gotemplate.fmt;

/** Floating-point numbers as text ({@code strconv.FormatFloat}). */
public final class FloatText {
  private static final String LOWER_HEX = "0123456789abcdef";
  private static final String UPPER_HEX = "0123456789ABCDEF";

  /** Decides between plain and exponent form of shortest digits (strconv/ftoa.go, formatDigits). */
  private static final int SHORTEST_EXPONENT = 6;

  private FloatText() {}

  /** The form in which templates print a {@code float64}: shortest digits, format {@code g}. */
  public static String shortest(double value) {
    if (value == (long) value && Math.abs(value) < 1e6 && (value != 0 || 1 / value > 0)) {
      return Long.toString((long) value);
    }
    return format(value, 'g', -1, 64);
  }

  /**
   * @param format one of {@code b e E f g G x X}
   * @param precision digits after the point, or significant digits for {@code g}; -1 for as many as
   *     are needed to read the same number back
   * @param bits 32 or 64: the width of the number's own type
   */
  public static String format(double value, char format, int precision, int bits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    StringBuilder out = new StringBuilder(24);
    if (negative) {
      out.append('-');
    }
    double magnitude = Math.abs(value);
    switch (format) {
      case 'b' -> binaryExponent(out, magnitude, bits);
      case 'x', 'X' -> hexadecimal(out, magnitude, format, precision, bits);
      default -> decimal(out, magnitude, format, precision, bits);
    }
    return out.toString();
  }

  private static void decimal(StringBuilder out, double value, char format, int prec, int bits) {
    boolean shortest = prec < 0;
    DecimalDigits digits =
        shortest
            ? DecimalDigits.shortest(value, bits)
            : switch (format) {
              case 'e', 'E' -> DecimalDigits.significant(value, prec + 1);
              case 'f' -> DecimalDigits.fraction(value, prec);
              default -> DecimalDigits.significant(value, Math.max(prec, 1));
            };
    int count = digits.count();
    switch (format) {
      case 'e', 'E' -> exponent(out, digits, shortest ? Math.max(count - 1, 0) : prec, format);
      case 'f' -> plain(out, digits, shortest ? Math.max(count - digits.point(), 0) : prec);
      default -> general(out, digits, shortest ? count : Math.max(prec, 1), shortest, format);
    }
  }

  private static void general(
      StringBuilder out, DecimalDigits digits, int prec, boolean shortest, char format) {
    int count = digits.count();
    int threshold = prec > count && count >= digits.point() ? count : prec;
    if (shortest) {
      threshold = SHORTEST_EXPONENT;
    }
    int exponent = digits.point() - 1;
    if (exponent < -4 || exponent >= threshold) {
      exponent(out, digits, Math.min(prec, count) - 1, (char) (format + 'e' - 'g'));
    } else {
      plain(out, digits, Math.max(count - digits.point(), 0));
    }
  }

  private static void exponent(StringBuilder out, DecimalDigits digits, int prec, char letter) {
    out.append(digits.at(0));
    if (prec > 0) {
      out.append('.');
      for (int i = 1; i <= prec; i++) {
        out.append(digits.at(i));
      }
    }
    int exponent = digits.count() == 0 ? 0 : digits.point() - 1;
    out.append(letter).append(exponent < 0 ? '-' : '+');
    appendAtLeastTwoDigits(out, Math.abs(exponent));
  }

  private static void plain(StringBuilder out, DecimalDigits digits, int prec) {
    if (digits.point() > 0) {
      for (int i = 0; i < digits.point(); i++) {
        out.append(digits.at(i));
      }
    } else {
      out.append('0');
    }
    if (prec > 0) {
      out.append('.');
      for (int i = 0; i < prec; i++) {
        out.append(digits.at(digits.point() + i));
      }
    }
  }

  /** Mantissa and exponent of two: 4503599627370496p-52. */
  private static void binaryExponent(StringBuilder out, double value, int bits) {
    Binary binary = Binary.of(value, bits);
    int exponent = binary.exponent - binary.mantissaBits;
    out.append(binary.mantissa).append('p').append(exponent < 0 ? "" : "+").append(exponent);
  }

  /** As in 0x1.8p+01 (strconv/ftoa.go, fmtX). */
  private static void hexadecimal(
      StringBuilder out, double value, char format, int prec, int bits) {
    Binary binary = Binary.of(value, bits);
    int exponent = binary.mantissa == 0 ? 0 : binary.exponent;
    long one = 1L << 60;
    long mantissa = binary.mantissa << (60 - binary.mantissaBits);
    while (mantissa != 0 && (mantissa & one) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (prec >= 0 && prec < 15) {
      int shift = prec * 4;
      long extra = (mantissa << shift) & (one - 1);
      mantissa >>>= 60 - shift;
      if ((extra | (mantissa & 1)) > one >> 1) {
        mantissa++;
      }
      mantissa <<= 60 - shift;
      if ((mantissa & (one << 1)) != 0) {
        mantissa >>>= 1;
        exponent++;
      }
    }
    String hex = format == 'X' ? UPPER_HEX : LOWER_HEX;
    out.append('0').append(format).append((char) ('0' + (mantissa >>> 60 & 1)));
    mantissa <<= 4;
    if (prec < 0 ? mantissa != 0 : prec > 0) {
      out.append('.');
      for (int i = 0; prec < 0 ? mantissa != 0 : i < prec; i++) {
        out.append(hex.charAt((int) (mantissa >>> 60)));
        mantissa <<= 4;
      }
    }
    out.append(format == 'X' ? 'P' : 'p').append(exponent < 0 ? '-' : '+');
    appendAtLeastTwoDigits(out, Math.abs(exponent));
  }

  private static void appendAtLeastTwoDigits(StringBuilder out, int number) {
    if (number < 10) {
      out.append('0');
    }
    out.append(number);
  }

  /** A number as mantissa times a power of two. */
  private record Binary(long mantissa, int exponent, int mantissaBits) {
    static Binary of(double value, int bits) {
      return bits == 32
          ? of(Float.floatToRawIntBits((float) value), 23, -127)
          : of(Double.doubleToRawLongBits(value), 52, -1023);
    }

    private static Binary of(long raw, int mantissaBits, int bias) {
      long mantissa = raw & ((1L << mantissaBits) - 1);
      int exponent = (int) (raw >>> mantissaBits);
      if (exponent == 0) {
        exponent++;
      } else {
        mantissa |= 1L << mantissaBits;
      }
      return new Binary(mantissa, exponent + bias, mantissaBits);
    }
  }
}
