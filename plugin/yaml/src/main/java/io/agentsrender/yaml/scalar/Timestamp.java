package io.agentsrender.yaml.scalar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time as go-yaml recognises it in a plain scalar (resolve.go, parseTimestamp): a date, a date
 * and a time with a zone, or a date and a time after a space without one.
 *
 * @param local the time on the clock of its zone
 * @param offsetMinutes minutes east of UTC
 */
public record Timestamp(LocalDateTime local, int offsetMinutes) {
  /** Go's time.Time cannot become JSON with an offset of a day. */
  private static final int MINUTES_OF_DAY = 24 * 60;

  /** Null where the text is no time. */
  static @Nullable Timestamp parse(String text) {
    if (text.length() < 8 || text.charAt(4) != '-') {
      return null;
    }
    for (int i = 0; i < 4; i++) {
      if (!isDigit(text.charAt(i))) {
        return null;
      }
    }
    Cursor at = new Cursor(text, 5);
    int year = Integer.parseInt(text, 0, 4, 10);
    int month = at.number();
    int day = at.take('-') ? at.number() : -1;
    if (month < 0 || day < 0) {
      return null;
    }
    LocalDate date = date(year, month, day);
    if (date == null) {
      return null;
    }
    if (at.atEnd()) {
      return new Timestamp(date.atStartOfDay(), 0);
    }
    boolean zoned = at.peek() == 'T' || at.peek() == 't';
    if (zoned) {
      at.next++;
    } else if (!at.skipSpaces()) {
      return null;
    }
    LocalTime time = at.time();
    if (time == null) {
      return null;
    }
    int offset = zoned ? at.zone() : 0;
    return at.atEnd() && offset != Cursor.NONE ? new Timestamp(date.atTime(time), offset) : null;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether Go can write it as JSON. */
  public boolean hasJsonForm() {
    return Math.abs(offsetMinutes) < MINUTES_OF_DAY;
  }

  /** RFC 3339 with as many fractional digits as needed, as time.RFC3339Nano formats it. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(35);
    pad(out, local.getYear(), 4);
    pad(out.append('-'), local.getMonthValue(), 2);
    pad(out.append('-'), local.getDayOfMonth(), 2);
    pad(out.append('T'), local.getHour(), 2);
    pad(out.append(':'), local.getMinute(), 2);
    int second = local.getSecond();
    int nano = local.getNano();
    pad(out.append(':'), second, 2);
    if (nano != 0) {
      pad(out.append('.'), nano, 9);
      while (out.charAt(out.length() - 1) == '0') {
        out.setLength(out.length() - 1);
      }
    }
    if (offsetMinutes == 0) {
      return out.append('Z').toString();
    }
    int size = Math.abs(offsetMinutes);
    pad(out.append(offsetMinutes < 0 ? '-' : '+'), size / 60, 2);
    pad(out.append(':'), size % 60, 2);
    return out.toString();
  }

  private static void pad(StringBuilder out, int number, int width) {
    String digits = Integer.toString(number);
    out.repeat('0', width - digits.length()).append(digits);
  }

  /** Reads the parts of time.Parse's layouts; numbers are -1 where there is none. */
  private static final class Cursor {
    static final int NONE = Integer.MIN_VALUE;

    private final String text;
    private int next;

    Cursor(String text, int next) {
      this.text = text;
      this.next = next;
    }

    boolean atEnd() {
      return next == text.length();
    }

    char peek() {
      return atEnd() ? '\0' : text.charAt(next);
    }

    boolean take(char c) {
      boolean found = peek() == c;
      next += found ? 1 : 0;
      return found;
    }

    boolean skipSpaces() {
      int from = next;
      while (peek() == ' ') {
        next++;
      }
      return next > from;
    }

    /** One or two digits. */
    int number() {
      int from = next;
      while (next < from + 2 && isDigit(peek())) {
        next++;
      }
      return next == from ? -1 : Integer.parseInt(text, from, next, 10);
    }

    @Nullable LocalTime time() {
      int hour = number();
      int minute = take(':') ? number() : -1;
      int second = take(':') ? number() : -1;
      if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return null;
      }
      return LocalTime.of(hour, minute, second, fraction());
    }

    /**
     * Nanoseconds; time.Parse takes a comma for the point, and ignores what follows nine digits.
     */
    private int fraction() {
      boolean fraction =
          (peek() == '.' || peek() == ',')
              && next + 1 < text.length()
              && isDigit(text.charAt(next + 1));
      if (!fraction) {
        return 0;
      }
      next++;
      int nanos = 0;
      for (int i = 0; i < 9; i++) {
        nanos = nanos * 10 + (isDigit(peek()) ? text.charAt(next++) - '0' : 0);
      }
      while (isDigit(peek())) {
        next++;
      }
      return nanos;
    }

    /** Minutes; offsets of 24 hours and of 60 minutes are in range for time.Parse. */
    int zone() {
      if (take('Z')) {
        return 0;
      }
      boolean shaped =
          next + 6 <= text.length()
              && (peek() == '+' || peek() == '-')
              && text.charAt(next + 3) == ':';
      if (!shaped) {
        return NONE;
      }
      int sign = text.charAt(next) == '-' ? -1 : 1;
      for (int digit : new int[] {1, 2, 4, 5}) {
        if (!isDigit(text.charAt(next + digit))) {
          return NONE;
        }
      }
      int hours = Integer.parseInt(text, next + 1, next + 3, 10);
      int minutes = Integer.parseInt(text, next + 4, next + 6, 10);
      next += 6;
      return hours > 24 || minutes > 60 ? NONE : sign * (hours * 60 + minutes);
    }
  }
}
