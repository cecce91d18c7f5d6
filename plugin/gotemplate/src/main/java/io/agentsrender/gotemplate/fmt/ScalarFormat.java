package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.Locale;

/** Writes scalars with flags, width and precision ({@code fmt/format.go}). */
final class ScalarFormat {
  private static final String LOWER_DIGITS = "0123456789abcdefx";
  private static final String UPPER_DIGITS = "0123456789ABCDEFX";

  final Flags flags = new Flags();
  private final StringBuilder out;

  ScalarFormat(StringBuilder out) {
    this.out = out;
  }

  void pad(String s) {
    int padding = flags.hasWidth ? flags.width - GoString.runeCount(s) : 0;
    if (padding <= 0) {
      out.append(s);
    } else if (flags.minus) {
      out.append(s);
      writePadding(padding);
    } else {
      writePadding(padding);
      out.append(s);
    }
  }

  private void writePadding(int count) {
    // Zeros stand only on the left.
    out.repeat(flags.zero && !flags.minus ? '0' : ' ', Math.max(count, 0));
  }

  private void padWithSpaces(String s) {
    boolean zero = flags.zero;
    flags.zero = false;
    pad(s);
    flags.zero = zero;
  }

  void bool(boolean value) {
    pad(value ? "true" : "false");
  }

  /** {@code %U}: U+0078, with a sharp flag U+0078 'x'. */
  void unicode(long value) {
    String digits = Long.toUnsignedString(value, 16).toUpperCase(Locale.ROOT);
    int precision = flags.hasPrecision ? Math.max(flags.precision, 4) : 4;
    StringBuilder text = new StringBuilder("U+");
    text.repeat('0', Math.max(precision - digits.length(), 0)).append(digits);
    if (flags.sharp && isRune(value) && GoUnicode.isPrint((int) value)) {
      GoString.appendRune(text.append(" '"), (int) value);
      text.append('\'');
    }
    padWithSpaces(text.toString());
  }

  void integer(long value, int base, boolean signed, char verb) {
    boolean negative = signed && value < 0;
    long magnitude = negative ? -value : value;
    if (flags.hasPrecision && flags.precision == 0 && magnitude == 0) {
      boolean zero = flags.zero;
      flags.zero = false;
      writePadding(flags.width);
      flags.zero = zero;
      return;
    }
    String digits = Long.toUnsignedString(magnitude, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    int leading = minimumDigits(negative) - digits.length();
    StringBuilder text = new StringBuilder(digits.length() + 4);
    if (negative) {
      text.append('-');
    } else if (flags.plus) {
      text.append('+');
    } else if (flags.space) {
      text.append(' ');
    }
    if (verb == 'O') {
      text.append("0o");
    }
    if (flags.sharp) {
      switch (base) {
        case 2 -> text.append("0b");
        case 8 -> text.append(leading > 0 || digits.startsWith("0") ? "" : "0");
        case 16 -> text.append(verb == 'X' ? "0X" : "0x");
        default -> {}
      }
    }
    text.repeat('0', Math.max(leading, 0)).append(digits);
    padWithSpaces(text.toString());
  }

  private int minimumDigits(boolean negative) {
    if (flags.hasPrecision) {
      return flags.precision;
    }
    if (flags.zero && !flags.minus && flags.hasWidth) {
      return negative || flags.plus || flags.space ? flags.width - 1 : flags.width;
    }
    return 0;
  }

  /** {@code %c}. */
  void character(long value) {
    pad(GoString.ofRunes(isRune(value) ? (int) value : GoString.RUNE_ERROR));
  }

  /** {@code %q} of an integer. */
  void quotedCharacter(long value) {
    pad(Quotes.quoteRune(isRune(value) ? (int) value : GoString.RUNE_ERROR, flags.plus));
  }

  private static boolean isRune(long value) {
    return value >= 0 && value <= GoString.MAX_RUNE;
  }

  /** {@code %s}. */
  void string(String s) {
    pad(truncated(s));
  }

  /** {@code %q} of a string. */
  void quoted(String s) {
    String shown = truncated(s);
    if (flags.sharp && Quotes.canBackquote(shown)) {
      pad("`" + shown + "`");
    } else {
      pad(flags.plus ? Quotes.quoteToAscii(shown) : Quotes.quote(shown));
    }
  }

  private String truncated(String s) {
    if (!flags.hasPrecision) {
      return s;
    }
    int end = 0;
    for (int runes = 0; end < s.length() && runes < flags.precision; runes++) {
      end += GoString.widthOf(GoString.decodeRune(s, end));
    }
    return s.substring(0, end);
  }

  /** {@code %x} and {@code %X} of a byte string. */
  void hexadecimal(String bytes, boolean upper) {
    String digits = upper ? UPPER_DIGITS : LOWER_DIGITS;
    int length = flags.hasPrecision ? Math.min(flags.precision, bytes.length()) : bytes.length();
    if (length == 0) {
      if (flags.hasWidth) {
        writePadding(flags.width);
      }
      return;
    }
    StringBuilder text = new StringBuilder(2 * length);
    for (int i = 0; i < length; i++) {
      if (flags.space && i > 0) {
        text.append(' ');
      }
      if (flags.sharp && (flags.space || i == 0)) {
        text.append('0').append(digits.charAt(16));
      }
      char c = bytes.charAt(i);
      text.append(digits.charAt(c >> 4 & 0xf)).append(digits.charAt(c & 0xf));
    }
    pad(text.toString());
  }

  /** Floats; {@code precision} is the verb's own where none is given. */
  void floating(double value, int bits, char verb, int defaultPrecision) {
    int precision = flags.hasPrecision ? flags.precision : defaultPrecision;
    String text = FloatText.format(value, verb, precision, bits);
    char sign = text.charAt(0);
    StringBuilder number = new StringBuilder(text);
    if (sign != '-' && sign != '+') {
      number.insert(0, '+');
    }
    if (flags.space && number.charAt(0) == '+' && !flags.plus) {
      number.setCharAt(0, ' ');
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      boolean unsignedNan = Double.isNaN(value) && !flags.space && !flags.plus;
      padWithSpaces(unsignedNan ? number.substring(1) : number.toString());
      return;
    }
    if (flags.sharp && verb != 'b') {
      forcePoint(number, verb, precision);
    }
    if (number.charAt(0) != '+' || flags.plus) {
      if (flags.zero && !flags.minus && flags.hasWidth && flags.width > number.length()) {
        out.append(number.charAt(0));
        writePadding(flags.width - number.length());
        out.append(number, 1, number.length());
        return;
      }
      pad(number.toString());
    } else {
      pad(number.substring(1));
    }
  }

  /** The sharp flag keeps the point, and for some verbs the zeros behind it. */
  private static void forcePoint(StringBuilder number, char verb, int precision) {
    int digits =
        switch (verb) {
          case 'g', 'G', 'x' -> precision == -1 ? 6 : precision;
          default -> 0;
        };
    boolean hexadecimal = verb == 'x' || verb == 'X';
    boolean point = false;
    boolean nonzero = false;
    int end = number.length();
    for (int i = 1; i < end; i++) {
      char c = number.charAt(i);
      if (c == '.') {
        point = true;
      } else if (c == 'p' || c == 'P' || (!hexadecimal && (c == 'e' || c == 'E'))) {
        end = i;
      } else {
        nonzero |= c != '0';
        if (nonzero) {
          digits--;
        }
      }
    }
    StringBuilder zeros = new StringBuilder();
    if (!point) {
      if (end == 2 && number.charAt(1) == '0') {
        digits--;
      }
      zeros.append('.');
    }
    number.insert(end, zeros.repeat('0', Math.max(digits, 0)));
  }
}
