package io.agentsrender.gotemplate.parse.node;

import io.agentsrender.gotemplate.fmt.NumberError;
import io.agentsrender.gotemplate.fmt.Numbers;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoComplex;
import io.agentsrender.gotemplate.value.GoError;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a template, held as every type that can represent it: Go's ideal
 * constants (parse/node.go, newNumber).
 *
 * @param text as it stands in the template
 * @param integer as a signed integer, if it is one
 * @param unsigned the bits of an unsigned integer, if it is one
 * @param floating as a floating-point number, if it is one
 * @param complex as a complex number, if it is written as one
 */
public record NumberConstant(
    String text,
    @Nullable Long integer,
    @Nullable Long unsigned,
    @Nullable Double floating,
    @Nullable GoComplex complex) {

  /** 2 to the power of 63 and of 64, the ends of what integers hold. */
  private static final double TWO_63 = 0x1p63;

  private static final double TWO_64 = 0x1p64;

  /** The type of the value in a place that asks for none is shown by how the number is written. */
  public boolean isWrittenAsFloat() {
    return floating != null && !isHexInteger() && text.charAt(0) != '\'' && hasAny(".eEpP");
  }

  private boolean isHexInteger() {
    return text.length() > 2
        && text.charAt(0) == '0'
        && (text.charAt(1) == 'x' || text.charAt(1) == 'X')
        && !hasAny("pP");
  }

  private boolean hasAny(String letters) {
    return letters.chars().anyMatch(letter -> text.indexOf(letter) >= 0);
  }

  /** A character in quotes. */
  public static NumberConstant ofChar(String text) {
    long rune = Quotes.unquoteChar(text);
    return new NumberConstant(text, rune, rune, (double) rune, null);
  }

  /** A sum of a real and an imaginary number, such as {@code 1+2i}. */
  public static NumberConstant ofComplex(String text) {
    int sign = text.length() - 1;
    while (sign > 0 && !isSignOfImaginary(text, sign)) {
      sign--;
    }
    Double real = floatOrNull(text.substring(0, sign));
    Double imaginary = floatOrNull(text.substring(sign, text.length() - 1));
    if (real == null || imaginary == null) {
      throw new GoError("syntax error scanning complex number");
    }
    return ofComplex(text, new GoComplex(real, imaginary));
  }

  /** A sign that does not belong to an exponent. */
  private static boolean isSignOfImaginary(String text, int at) {
    char before = text.charAt(at - 1);
    boolean hexadecimal = text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
    boolean ofExponent =
        before == 'p' || before == 'P' || (!hexadecimal && (before == 'e' || before == 'E'));
    return (text.charAt(at) == '+' || text.charAt(at) == '-') && !ofExponent;
  }

  /** Imaginary parts of zero leave all other types (simplifyComplex). */
  private static NumberConstant ofComplex(String text, GoComplex complex) {
    if (complex.imaginary() != 0) {
      return new NumberConstant(text, null, null, null, complex);
    }
    double real = complex.real();
    return new NumberConstant(text, exactLong(real), exactUnsigned(real), real, complex);
  }

  public static NumberConstant of(String text) {
    if (text.endsWith("i")) {
      Double imaginary = floatOrNull(text.substring(0, text.length() - 1));
      if (imaginary != null) {
        return ofComplex(text, new GoComplex(0, imaginary));
      }
    }
    Long unsigned = unsignedOrNull(text);
    Long integer = integerOrNull(text);
    if (integer != null && integer == 0 && unsigned == null) {
      unsigned = 0L;
    }
    if (integer != null) {
      return new NumberConstant(text, integer, unsigned, (double) integer, null);
    }
    if (unsigned != null) {
      return new NumberConstant(text, null, unsigned, toDouble(unsigned), null);
    }
    Double floating = floatOrNull(text);
    if (floating == null) {
      throw new GoError("illegal number syntax: " + Quotes.quote(text));
    }
    if (".eEpP".chars().noneMatch(letter -> text.indexOf(letter) >= 0)) {
      throw new GoError("integer overflow: " + Quotes.quote(text));
    }
    return new NumberConstant(text, exactLong(floating), exactUnsigned(floating), floating, null);
  }

  private static double toDouble(long unsigned) {
    return unsigned >= 0 ? unsigned : 2.0 * ((unsigned >>> 1) | (unsigned & 1));
  }

  private static @Nullable Long exactLong(double value) {
    return value == Math.rint(value) && value >= -TWO_63 && value < TWO_63 ? (long) value : null;
  }

  private static @Nullable Long exactUnsigned(double value) {
    if (value != Math.rint(value) || value < 0 || value >= TWO_64) {
      return null;
    }
    return value < TWO_63 ? (long) value : (long) (value - TWO_63) + Long.MIN_VALUE;
  }

  private static @Nullable Long integerOrNull(String text) {
    try {
      return Numbers.parseInt(text, 0, 64);
    } catch (NumberError e) {
      return null;
    }
  }

  private static @Nullable Long unsignedOrNull(String text) {
    try {
      return Numbers.parseUint(text, 0, 64);
    } catch (NumberError e) {
      return null;
    }
  }

  private static @Nullable Double floatOrNull(String text) {
    try {
      return Numbers.parseFloat(text, 64);
    } catch (NumberError e) {
      return null;
    }
  }
}
