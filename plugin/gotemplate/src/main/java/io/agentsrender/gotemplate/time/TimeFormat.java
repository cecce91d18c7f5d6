package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.time.layout.Layout;
import io.agentsrender.gotemplate.time.layout.Names;

/** Shows one time by a layout (time/format.go, appendFormat). */
final class TimeFormat {
  private final GoTime time;
  private final GoZone.Period period;
  private final CivilDate date;
  private final int hour;
  private final int minute;
  private final int second;
  private final StringBuilder out = new StringBuilder();

  TimeFormat(GoTime time) {
    this.time = time;
    this.period = time.period();
    this.date = time.date();
    int secondOfDay = time.secondOfDay();
    this.hour = secondOfDay / 3600;
    this.minute = secondOfDay / 60 % 60;
    this.second = secondOfDay % 60;
  }

  String format(String text) {
    Layout layout = new Layout(text);
    while (!layout.atEnd()) {
      layout.next();
      out.append(layout.prefix());
      element(layout);
    }
    return out.toString();
  }

  private void element(Layout layout) {
    switch (layout.element()) {
      case NONE -> {}
      case LONG_MONTH -> out.append(Names.MONTHS.get(date.month() - 1));
      case MONTH -> out.append(Names.shortened(Names.MONTHS.get(date.month() - 1)));
      case NUMBER_MONTH -> out.append(date.month());
      case ZERO_MONTH -> padded(date.month(), 2);
      case LONG_WEEKDAY -> out.append(Names.DAYS.get(time.weekday()));
      case WEEKDAY -> out.append(Names.shortened(Names.DAYS.get(time.weekday())));
      case DAY -> out.append(date.day());
      case SPACED_DAY -> spaced(date.day(), 2);
      case ZERO_DAY -> padded(date.day(), 2);
      case SPACED_YEAR_DAY -> spaced(date.dayOfYear(), 3);
      case ZERO_YEAR_DAY -> padded(date.dayOfYear(), 3);
      case HOUR -> padded(hour, 2);
      case HOUR_12 -> out.append(hour12());
      case ZERO_HOUR_12 -> padded(hour12(), 2);
      case MINUTE -> out.append(minute);
      case ZERO_MINUTE -> padded(minute, 2);
      case SECOND -> out.append(second);
      case ZERO_SECOND -> padded(second, 2);
      case LONG_YEAR -> padded(date.year(), 4);
      case YEAR -> padded(Math.abs(date.year()) % 100, 2);
      case UPPER_PM -> out.append(hour >= 12 ? "PM" : "AM");
      case LOWER_PM -> out.append(hour >= 12 ? "pm" : "am");
      case ZONE -> zone();
      case OFFSET, OFFSET_SECONDS, OFFSET_SHORT, OFFSET_COLON, OFFSET_COLON_SECONDS ->
          offset(layout);
      case FRACTION_ZEROS, FRACTION_NINES -> fraction(layout);
    }
  }

  private int hour12() {
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  private void zone() {
    if (period.abbreviation().isEmpty()) {
      signedHours();
      padded(Math.abs(period.offset()) / 60 % 60, 2);
    } else {
      out.append(period.abbreviation());
    }
  }

  private void offset(Layout layout) {
    if (layout.isIso() && period.offset() == 0) {
      out.append('Z');
      return;
    }
    Layout.Element form = layout.element();
    signedHours();
    int offset = Math.abs(period.offset());
    String colon = form.hasColons() ? ":" : "";
    if (form != Layout.Element.OFFSET_SHORT) {
      out.append(colon);
      padded(offset / 60 % 60, 2);
    }
    if (form.hasSeconds()) {
      out.append(colon);
      padded(offset % 60, 2);
    }
  }

  /** An offset of less than a minute counts as positive. */
  private void signedHours() {
    int minutes = period.offset() / 60;
    out.append(minutes < 0 ? '-' : '+');
    padded(Math.abs(minutes) / 60, 2);
  }

  private void fraction(Layout layout) {
    boolean trimmed = layout.element() == Layout.Element.FRACTION_NINES;
    if (trimmed && time.nanos() == 0) {
      return;
    }
    int start = out.length();
    out.append(layout.text().charAt(0));
    padded(time.nanos(), 9);
    int digits = layout.text().length() - 1;
    out.setLength(Math.min(out.length(), start + 1 + digits));
    if (trimmed) {
      int end = out.length();
      while (out.charAt(end - 1) == '0') {
        end--;
      }
      out.setLength(end == start + 1 ? start : end);
    }
  }

  private void padded(long number, int width) {
    if (number < 0) {
      out.append('-');
    }
    pad('0', Math.abs(number), width);
  }

  private void spaced(int number, int width) {
    pad(' ', number, width);
  }

  private void pad(char with, long number, int width) {
    String digits = Long.toString(number);
    for (int i = digits.length(); i < width; i++) {
      out.append(with);
    }
    out.append(digits);
  }
}
