package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.time.layout.TimeQuote;
import io.agentsrender.gotemplate.value.GoError;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one duration (time/format.go, ParseDuration). */
final class DurationParser {
  /** Nanoseconds per unit; the micro sign has two code points, here as their UTF-8 bytes. */
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00c2\u00b5s", 1_000L,
          "\u00ce\u00bcs", 1_000L,
          "ms", 1_000_000L,
          "s", Durations.SECOND,
          "m", Durations.MINUTE,
          "h", Durations.HOUR);

  /** 2 to the power of 63 as an unsigned number: what the least duration has as its magnitude. */
  private static final long LIMIT = Long.MIN_VALUE;

  private final String text;
  private int at;

  DurationParser(String text) {
    this.text = text;
  }

  long parse() {
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at = 1;
    }
    if (text.substring(at).equals("0")) {
      return 0;
    }
    if (at == text.length()) {
      throw invalid();
    }
    long total = 0;
    while (at < text.length()) {
      total = checked(total + part());
    }
    if (negative) {
      return -total;
    }
    if (total == LIMIT) {
      throw invalid();
    }
    return total;
  }

  /** A number with its unit. */
  private long part() {
    int from = at;
    long whole = digits();
    boolean hasDigits = at > from;
    int pointAt = at;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    int fractionFrom = at;
    skipDigits();
    if (!hasDigits && at == fractionFrom) {
      throw invalid();
    }
    String fraction = pointAt < fractionFrom ? text.substring(fractionFrom, at) : "";
    long unit = unit();
    if (Long.compareUnsigned(whole, Long.divideUnsigned(LIMIT, unit)) > 0) {
      throw invalid();
    }
    return checked(whole * unit + fraction(fraction, unit));
  }

  private long digits() {
    long value = 0;
    for (; at < text.length() && isDigit(text.charAt(at)); at++) {
      if (Long.compareUnsigned(value, Long.divideUnsigned(LIMIT, 10)) > 0) {
        throw invalid();
      }
      value = checked(value * 10 + text.charAt(at) - '0');
    }
    return value;
  }

  private void skipDigits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  /** What the digits after the point are worth; those that would overflow are left out. */
  private static long fraction(String digits, long unit) {
    long value = 0;
    double scale = 1;
    for (int i = 0; i < digits.length() && value <= Long.MAX_VALUE / 10; i++) {
      long next = value * 10 + digits.charAt(i) - '0';
      if (Long.compareUnsigned(next, LIMIT) > 0) {
        break;
      }
      value = next;
      scale *= 10;
    }
    return (long) (toDouble(value) * (unit / scale));
  }

  private static double toDouble(long unsigned) {
    return unsigned < 0 ? 0x1p63 : unsigned;
  }

  private long unit() {
    int from = at;
    while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    if (name.isEmpty()) {
      throw error("missing unit in duration");
    }
    @Nullable Long unit = UNITS.get(name);
    if (unit == null) {
      throw error("unknown unit " + TimeQuote.of(name) + " in duration");
    }
    return Objects.requireNonNull(unit);
  }

  private long checked(long magnitude) {
    if (Long.compareUnsigned(magnitude, LIMIT) > 0) {
      throw invalid();
    }
    return magnitude;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private GoError invalid() {
    return error("invalid duration");
  }

  private GoError error(String reason) {
    return new GoError("time: " + reason + " " + TimeQuote.of(text));
  }
}
