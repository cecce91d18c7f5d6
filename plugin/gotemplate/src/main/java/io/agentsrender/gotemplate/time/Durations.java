package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.value.GoError;

/** Spans of time in nanoseconds ({@code time.Duration}). */
public final class Durations {
  public static final long SECOND = 1_000_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;

  private static final long MILLISECOND = 1_000_000L;
  private static final long MICROSECOND = 1_000L;

  private Durations() {}

  /**
   * Reads a duration such as {@code 1h15m30.918s}.
   *
   * @throws GoError with Go's text
   */
  public static long parse(String text) {
    return new DurationParser(text).parse();
  }

  /**
   * As in {@code 72h3m0.5s}; below a second in the largest unit that has a digit before the point.
   */
  public static String text(long duration) {
    if (duration == 0) {
      return "0s";
    }
    String sign = duration < 0 ? "-" : "";
    // The least duration stays negative; as unsigned it is right.
    long magnitude = Math.abs(duration);
    if (Long.compareUnsigned(magnitude, SECOND) < 0) {
      return sign + belowSecond(magnitude);
    }
    long seconds = Long.divideUnsigned(magnitude, SECOND);
    String text = fraction(seconds % 60, Long.remainderUnsigned(magnitude, SECOND), 9) + "s";
    long minutes = seconds / 60;
    if (minutes > 0) {
      text = minutes % 60 + "m" + text;
    }
    if (minutes >= 60) {
      text = minutes / 60 + "h" + text;
    }
    return sign + text;
  }

  private static String belowSecond(long magnitude) {
    if (magnitude < MICROSECOND) {
      return magnitude + "ns";
    }
    if (magnitude < MILLISECOND) {
      return fraction(magnitude / MICROSECOND, magnitude % MICROSECOND, 3) + "\u00c2\u00b5s";
    }
    return fraction(magnitude / MILLISECOND, magnitude % MILLISECOND, 6) + "ms";
  }

  private static String fraction(long whole, long part, int digits) {
    if (part == 0) {
      return Long.toString(whole);
    }
    StringBuilder text = new StringBuilder(Long.toString(part));
    while (text.length() < digits) {
      text.insert(0, '0');
    }
    while (text.charAt(text.length() - 1) == '0') {
      text.setLength(text.length() - 1);
    }
    return text.insert(0, whole + ".").toString();
  }

  /** To the nearest multiple, halves away from zero; at the limits of the type it stays there. */
  public static long round(long duration, long unit) {
    if (unit <= 0) {
      return duration;
    }
    long rest = duration % unit;
    if (duration < 0) {
      rest = -rest;
      if (lessThanHalf(rest, unit)) {
        return duration + rest;
      }
      long down = duration - unit + rest;
      return down < duration ? down : Long.MIN_VALUE;
    }
    if (lessThanHalf(rest, unit)) {
      return duration - rest;
    }
    long up = duration + unit - rest;
    return up > duration ? up : Long.MAX_VALUE;
  }

  static boolean lessThanHalf(long rest, long unit) {
    return Long.compareUnsigned(rest + rest, unit) < 0;
  }

  /** Towards zero to a multiple. */
  public static long truncate(long duration, long unit) {
    return unit <= 0 ? duration : duration - duration % unit;
  }

  /** A duration in some unit, as Go adds its whole and its rest up. */
  static double in(long duration, long unit) {
    long whole = duration / unit;
    return whole + (double) (duration % unit) / unit;
  }
}
