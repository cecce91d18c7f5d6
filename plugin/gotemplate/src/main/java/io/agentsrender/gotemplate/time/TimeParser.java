package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.time.layout.Layout;
import io.agentsrender.gotemplate.time.layout.Names;
import io.agentsrender.gotemplate.time.layout.TimeQuote;
import io.agentsrender.gotemplate.time.layout.TimeText;
import io.agentsrender.gotemplate.time.layout.ZoneNames;
import io.agentsrender.gotemplate.value.GoError;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one time by a layout (time/format.go, parse). */
final class TimeParser {
  private static final int UNSET = -1;

  /** Two-digit years from here on belong to the last century. */
  private static final int FIRST_TWO_DIGIT_YEAR = 69;

  private final Layout layout;
  private final String text;
  private final TimeText value;

  private int year;
  private int month = UNSET;
  private int day = UNSET;
  private int yearDay = UNSET;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean am;
  private boolean pm;
  private boolean utc;
  private int offset = UNSET;
  private String zoneName = "";

  TimeParser(String layout, String text) {
    this.layout = new Layout(layout);
    this.text = text;
    this.value = new TimeText(text);
  }

  GoTime parse(GoZone local) {
    while (true) {
      layout.next();
      if (!value.skip(layout.prefix())) {
        throw mismatch(layout.prefix(), value.rest());
      }
      if (layout.element() == Layout.Element.NONE) {
        break;
      }
      element();
    }
    if (!value.rest().isEmpty()) {
      throw wrong("extra text: " + TimeQuote.of(value.rest()));
    }
    if (pm && hour < 12) {
      hour += 12;
    } else if (am && hour == 12) {
      hour = 0;
    }
    resolveDay();
    return inZone(local);
  }

  private void element() {
    String before = value.rest();
    try {
      @Nullable String outOfRange = read(layout.element());
      if (outOfRange != null) {
        throw wrong(outOfRange + " out of range");
      }
    } catch (TimeText.Mismatch e) {
      throw mismatch(layout.text(), before);
    }
  }

  /**
   * Reads the value of an element.
   *
   * @return what is out of its range; null where all is well
   */
  private @Nullable String read(Layout.Element element) throws TimeText.Mismatch {
    switch (element) {
      case YEAR -> {
        int digits = TimeText.number(value.take(2));
        year = digits + (digits >= FIRST_TWO_DIGIT_YEAR ? 1900 : 2000);
      }
      case LONG_YEAR -> year = value.fourDigits();
      case MONTH -> month = value.name(Names.MONTHS, true) + 1;
      case LONG_MONTH -> month = value.name(Names.MONTHS, false) + 1;
      case NUMBER_MONTH, ZERO_MONTH -> {
        month = value.twoDigits(element == Layout.Element.ZERO_MONTH);
        return month < 1 || month > 12 ? "month" : null;
      }
      case WEEKDAY -> value.name(Names.DAYS, true);
      case LONG_WEEKDAY -> value.name(Names.DAYS, false);
      case DAY, ZERO_DAY -> day = value.twoDigits(element == Layout.Element.ZERO_DAY);
      case SPACED_DAY -> {
        value.skipSpaces(1);
        day = value.twoDigits(false);
      }
      case SPACED_YEAR_DAY -> {
        value.skipSpaces(2);
        yearDay = value.threeDigits(false);
      }
      case ZERO_YEAR_DAY -> yearDay = value.threeDigits(true);
      case HOUR -> {
        hour = value.twoDigits(false);
        return hour >= 24 ? "hour" : null;
      }
      case HOUR_12, ZERO_HOUR_12 -> {
        hour = value.twoDigits(element == Layout.Element.ZERO_HOUR_12);
        return hour > 12 ? "hour" : null;
      }
      case MINUTE, ZERO_MINUTE -> {
        minute = value.twoDigits(element == Layout.Element.ZERO_MINUTE);
        return minute >= 60 ? "minute" : null;
      }
      case SECOND, ZERO_SECOND -> {
        return readSecond(element == Layout.Element.ZERO_SECOND);
      }
      case UPPER_PM -> halfDay(value.take(2), "AM", "PM");
      case LOWER_PM -> halfDay(value.take(2), "am", "pm");
      case ZONE -> readZone();
      case FRACTION_ZEROS -> {
        return readFraction(value.take(layout.text().length()));
      }
      case FRACTION_NINES -> {
        if (value.startsWithFraction()) {
          return readFraction(value.take(value.fractionLength()));
        }
      }
      default -> {
        return readOffset(element);
      }
    }
    return null;
  }

  private @Nullable String readSecond(boolean fixed) throws TimeText.Mismatch {
    second = value.twoDigits(fixed);
    if (second >= 60) {
      return "second";
    }
    // A fraction may follow even where the layout has none.
    if (value.startsWithFraction() && !new Layout(layout.rest()).next().isFraction()) {
      return readFraction(value.take(value.fractionLength()));
    }
    return null;
  }

  private @Nullable String readFraction(String fraction) throws TimeText.Mismatch {
    char point = fraction.charAt(0);
    if (point != '.' && point != ',') {
      throw new TimeText.Mismatch();
    }
    String digits = fraction.substring(1, Math.min(fraction.length(), 10));
    int number = TimeText.number(digits);
    if (number < 0) {
      return "fractional second";
    }
    nanos = number;
    for (int i = digits.length(); i < 9; i++) {
      nanos *= 10;
    }
    return null;
  }

  private void halfDay(String half, String forenoon, String afternoon) throws TimeText.Mismatch {
    am |= half.equals(forenoon);
    pm |= half.equals(afternoon);
    if (!half.equals(forenoon) && !half.equals(afternoon)) {
      throw new TimeText.Mismatch();
    }
  }

  private void readZone() throws TimeText.Mismatch {
    if (value.startsWith("UTC")) {
      value.take(3);
      utc = true;
    } else {
      zoneName = value.take(ZoneNames.length(value.rest()));
    }
  }

  private @Nullable String readOffset(Layout.Element form) throws TimeText.Mismatch {
    if (layout.isIso() && value.startsWith("Z")) {
      value.take(1);
      utc = true;
      return null;
    }
    String colon = form.hasColons() ? ":" : "";
    String written = value.take(layout.text().length());
    int at = 3;
    String minutes = "00";
    String seconds = "00";
    if (form != Layout.Element.OFFSET_SHORT) {
      requireAt(written, at, colon);
      minutes = written.substring(at + colon.length(), at + colon.length() + 2);
      at += colon.length() + 2;
    }
    if (form.hasSeconds()) {
      requireAt(written, at, colon);
      seconds = written.substring(at + colon.length());
    }
    int h = TimeText.twoFixed(written.substring(1, 3));
    int m = TimeText.twoFixed(minutes);
    int s = TimeText.twoFixed(seconds);
    if (h > 24 || m > 60 || s > 60) {
      return "time zone offset " + (s > 60 ? "second" : m > 60 ? "minute" : "hour");
    }
    offset = (h * 60 + m) * 60 + s;
    switch (written.charAt(0)) {
      case '+' -> {}
      case '-' -> offset = -offset;
      default -> throw new TimeText.Mismatch();
    }
    return null;
  }

  private static void requireAt(String written, int at, String colon) throws TimeText.Mismatch {
    if (!written.startsWith(colon, at)) {
      throw new TimeText.Mismatch();
    }
  }

  private void resolveDay() {
    if (yearDay != UNSET) {
      if (yearDay < 1 || yearDay > (CivilDate.isLeap(year) ? 366 : 365)) {
        throw wrong("day-of-year out of range");
      }
      CivilDate date = CivilDate.ofDays(CivilDate.toDays(year, 1, yearDay));
      if (month != UNSET && month != date.month()) {
        throw wrong("day-of-year does not match month");
      }
      if (day != UNSET && day != date.day()) {
        throw wrong("day-of-year does not match day");
      }
      month = date.month();
      day = date.day();
    }
    month = month == UNSET ? 1 : month;
    day = day == UNSET ? 1 : day;
    if (day < 1 || day > CivilDate.daysIn(month, year)) {
      throw wrong("day out of range");
    }
  }

  private GoTime inZone(GoZone local) {
    if (utc) {
      return at(Zones.UTC);
    }
    if (offset != UNSET) {
      GoTime time = at(Zones.UTC);
      GoTime shifted = new GoTime(time.seconds() - offset, nanos, Zones.UTC);
      GoZone.Period there = local.at(shifted.seconds());
      boolean isLocal =
          there.offset() == offset && (zoneName.isEmpty() || there.abbreviation().equals(zoneName));
      return shifted.in(isLocal ? local : new FixedZone(zoneName, offset));
    }
    if (!zoneName.isEmpty()) {
      GoTime time = at(Zones.UTC);
      OptionalInt known = local.offsetOf(zoneName, time.seconds());
      return known.isPresent()
          ? new GoTime(time.seconds() - known.getAsInt(), nanos, local)
          : time.in(new FixedZone(zoneName, ZoneNames.hoursOfGmt(zoneName) * 3600));
    }
    return at(local);
  }

  private GoTime at(GoZone zone) {
    return GoTime.ofDate(year, month, day, hour, minute, second, nanos, zone);
  }

  private GoError mismatch(String layoutElement, String valueElement) {
    return new GoError(
        "parsing time "
            + TimeQuote.of(text)
            + " as "
            + TimeQuote.of(layout.layout())
            + ": cannot parse "
            + TimeQuote.of(valueElement)
            + " as "
            + TimeQuote.of(layoutElement));
  }

  private GoError wrong(String reason) {
    return new GoError("parsing time " + TimeQuote.of(text) + ": " + reason);
  }
}
