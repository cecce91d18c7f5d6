package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoType;
import java.math.BigInteger;
import java.time.Instant;

/**
 * An instant seen in a zone ({@code time.Time}). Seconds wrap where they overflow, as Go's do.
 *
 * @param seconds of Unix time
 * @param nanos 0 to 999,999,999
 */
public record GoTime(long seconds, int nanos, GoZone zone) implements GoObject {
  /** The first second of the year 1. */
  static final long YEAR_ONE = -62_135_596_800L;

  /** The zero time. */
  public static final GoTime ZERO = new GoTime(YEAR_ONE, 0, Zones.UTC);

  static final int SECONDS_PER_DAY = 86_400;

  /**
   * What Go counts its unsigned seconds from, before which there is no time (time.go,
   * unixToAbsolute).
   */
  private static final long UNIX_TO_ABSOLUTE = 9_223_372_028_741_760_000L;

  private static final int NANOS_PER_SECOND = 1_000_000_000;

  public static GoTime of(Instant instant, GoZone zone) {
    return new GoTime(instant.getEpochSecond(), instant.getNano(), zone);
  }

  /** {@code time.Unix(seconds, 0)} in a zone. */
  public static GoTime ofUnix(long seconds, GoZone zone) {
    return new GoTime(seconds, 0, zone);
  }

  /**
   * {@code time.Date}: the instant at which clocks in a zone show this. Days and times of day
   * beyond their limits carry over.
   *
   * @param month 1 to 12
   */
  static GoTime ofDate(
      long year, int month, long day, int hour, int minute, int second, int nanos, GoZone zone) {
    long local =
        CivilDate.toDays(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    GoZone.Period guess = zone.at(local);
    int offset = guess.offset();
    if (offset != 0) {
      // Near a change of the offset the guess, made with local time, may be wrong.
      long utc = local - offset;
      if (utc < guess.start() || utc >= guess.end()) {
        offset = zone.at(utc).offset();
      }
    }
    return new GoTime(local - offset, nanos, zone);
  }

  public GoTime in(GoZone other) {
    return new GoTime(seconds, nanos, other);
  }

  /** Later by so many nanoseconds. */
  public GoTime plus(long duration) {
    long whole = duration / NANOS_PER_SECOND;
    int part = nanos + (int) (duration % NANOS_PER_SECOND);
    if (part >= NANOS_PER_SECOND) {
      whole++;
      part -= NANOS_PER_SECOND;
    } else if (part < 0) {
      whole--;
      part += NANOS_PER_SECOND;
    }
    return new GoTime(seconds + whole, part, zone);
  }

  /** The same day and time of so many years, months and days later. */
  GoTime plusDate(long years, long months, long days) {
    CivilDate date = date();
    long month = date.month() - 1 + months;
    int second = secondOfDay();
    return ofDate(
        date.year() + years + Math.floorDiv(month, 12L),
        (int) Math.floorMod(month, 12L) + 1,
        date.day() + days,
        second / 3600,
        second / 60 % 60,
        second % 60,
        nanos,
        zone);
  }

  /** Nanoseconds since another time; the nearest limit where they do not fit. */
  public long since(GoTime other) {
    long duration = (seconds - other.seconds) * NANOS_PER_SECOND + (nanos - other.nanos);
    GoTime check = other.plus(duration);
    if (check.seconds == seconds && check.nanos == nanos) {
      return duration;
    }
    return isBefore(other) ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  boolean isBefore(GoTime other) {
    return compare(other) < 0;
  }

  /** The order of instants; zones play no part. */
  int compare(GoTime other) {
    // Go counts from the year 1, where the far future wraps to the past.
    int order = Long.compare(seconds - YEAR_ONE, other.seconds - YEAR_ONE);
    return order != 0 ? order : Integer.compare(nanos, other.nanos);
  }

  boolean isZero() {
    return seconds == YEAR_ONE && nanos == 0;
  }

  /** To the nearest multiple of a duration since the year 1, halves up. */
  GoTime round(long unit) {
    if (unit <= 0) {
      return this;
    }
    long rest = rest(unit);
    return plus(Durations.lessThanHalf(rest, unit) ? -rest : unit - rest);
  }

  /** Down to a multiple of a duration since the year 1. */
  GoTime truncate(long unit) {
    return unit <= 0 ? this : plus(-rest(unit));
  }

  private long rest(long unit) {
    return BigInteger.valueOf(seconds - YEAR_ONE)
        .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
        .add(BigInteger.valueOf(nanos))
        .mod(BigInteger.valueOf(unit))
        .longValueExact();
  }

  GoZone.Period period() {
    return zone.at(seconds);
  }

  /** Days since 1970 in the zone, of the range that Go can show. */
  private long days() {
    long days = Long.divideUnsigned(absolute(), SECONDS_PER_DAY);
    return days - UNIX_TO_ABSOLUTE / SECONDS_PER_DAY;
  }

  private long absolute() {
    return seconds + period().offset() + UNIX_TO_ABSOLUTE;
  }

  CivilDate date() {
    return CivilDate.ofDays(days());
  }

  int secondOfDay() {
    return (int) Long.remainderUnsigned(absolute(), SECONDS_PER_DAY);
  }

  /** 0 for Sunday. */
  int weekday() {
    // 1 January 1970 was a Thursday.
    return (int) Math.floorMod(days() + 4, 7L);
  }

  /** Shows the time by a layout: an example of how 2 January 2006, 15:04:05, would be shown. */
  public String format(String layout) {
    return new TimeFormat(this).format(layout);
  }

  /**
   * Reads a time by a layout ({@code time.ParseInLocation}).
   *
   * @param local the zone of times that do not name theirs
   * @throws io.agentsrender.gotemplate.value.GoError with Go's text
   */
  public static GoTime parse(String layout, String text, GoZone local) {
    return new TimeParser(layout, text).parse(local);
  }

  @Override
  public GoType type() {
    return TimeTypes.TIME;
  }

  /** As Go prints it. */
  @Override
  public String toString() {
    return format("2006-01-02 15:04:05.999999999 -0700 MST");
  }
}
