package io.agentsrender.helm.schema.jsonschema.format;

import io.agentsrender.helm.schema.json.GoQuote;
import java.time.YearMonth;

/** Dates, times of day and durations of RFC 3339. */
final class TimeFormats {
  private static final int MINUTES_OF_DAY = 24 * 60;

  private TimeFormats() {}

  static void checkDate(String text) throws FormatFault {
    checkDateDigits(text, 0, 4, "2006");
    checkHyphen(text, 4);
    int month = checkDateDigits(text, 5, 2, "01");
    if (month < 1 || month > 12) {
      throw new FormatFault("parsing time " + GoQuote.quote(text) + ": month out of range");
    }
    checkHyphen(text, 7);
    int day = checkDateDigits(text, 8, 2, "02");
    if (text.length() > 10) {
      throw new FormatFault(
          "parsing time "
              + GoQuote.quote(text)
              + ": extra text: "
              + GoQuote.quote(text.substring(10)));
    }
    if (day < 1
        || day > YearMonth.of(Integer.parseInt(text.substring(0, 4)), month).lengthOfMonth()) {
      throw new FormatFault("parsing time " + GoQuote.quote(text) + ": day out of range");
    }
  }

  private static int checkDateDigits(String text, int from, int count, String layout)
      throws FormatFault {
    String rest = text.substring(Math.min(from, text.length()));
    if (Digits.leading(rest) < count) {
      throw notAsLaidOut(text, rest, layout);
    }
    return Integer.parseInt(rest.substring(0, count));
  }

  private static void checkHyphen(String text, int at) throws FormatFault {
    if (text.length() <= at || text.charAt(at) != '-') {
      throw notAsLaidOut(text, text.substring(Math.min(at, text.length())), "-");
    }
  }

  /** time.ParseError. */
  private static FormatFault notAsLaidOut(String text, String rest, String layout) {
    return new FormatFault(
        "parsing time %s as \"2006-01-02\": cannot parse %s as %s"
            .formatted(GoQuote.quote(text), GoQuote.quote(rest), GoQuote.quote(layout)));
  }

  static void checkDateTime(String text) throws FormatFault {
    if (Digits.byteLength(text) < 20) {
      throw new FormatFault("less than 20 characters long");
    }
    if (text.charAt(10) != 't' && text.charAt(10) != 'T') {
      throw new FormatFault("11th character must be t or T");
    }
    try {
      checkDate(text.substring(0, 10));
    } catch (FormatFault fault) {
      throw new FormatFault("invalid date element: " + fault.getMessage());
    }
    try {
      checkTime(text.substring(11));
    } catch (FormatFault fault) {
      throw new FormatFault("invalid time element: " + fault.getMessage());
    }
  }

  static void checkTime(String text) throws FormatFault {
    if (Digits.byteLength(text) < 9) {
      throw new FormatFault("less than 9 characters long");
    }
    if (text.length() < 9 || text.charAt(2) != ':' || text.charAt(5) != ':') {
      throw new FormatFault("missing colon in correct place");
    }
    int[] clock = new int[3];
    for (int i = 0; i < 3; i++) {
      clock[i] = number(text.substring(3 * i, 3 * i + 2), "hour/min/sec");
    }
    if (clock[0] > 23 || clock[1] > 59 || clock[2] > 60) {
      throw new FormatFault("hour/min/sec out of range");
    }
    String rest = text.substring(8);
    if (rest.startsWith(".")) {
      int digits = Digits.leading(rest.substring(1));
      if (digits == 0) {
        throw new FormatFault("no digits in second fraction");
      }
      rest = rest.substring(1 + digits);
    }
    int minutes = clock[0] * 60 + clock[1] - (rest.equalsIgnoreCase("z") ? 0 : offset(rest));
    int utc = minutes < 0 ? minutes + MINUTES_OF_DAY : minutes;
    if (clock[2] == 60 && utc != MINUTES_OF_DAY - 1) {
      throw new FormatFault("invalid leap second");
    }
  }

  /** In minutes east of Greenwich. */
  private static int offset(String text) throws FormatFault {
    if (Digits.byteLength(text) != 6) {
      throw new FormatFault("offset must be 6 characters long");
    }
    boolean west = text.startsWith("-");
    if (!west && !text.startsWith("+")) {
      throw new FormatFault("offset must begin with plus/minus");
    }
    if (text.length() != 6 || text.charAt(3) != ':') {
      throw new FormatFault("missing colon in offset in correct place");
    }
    int hours = number(text.substring(1, 3), "hour/min in offset");
    int minutes = number(text.substring(4), "hour/min in offset");
    if (hours > 23 || minutes > 59) {
      throw new FormatFault("hour/min in offset out of range");
    }
    return (west ? -1 : 1) * (hours * 60 + minutes);
  }

  private static int number(String text, String what) throws FormatFault {
    long number;
    try {
      number = Digits.number(text);
    } catch (FormatFault notANumber) {
      throw new FormatFault("invalid " + what);
    }
    if (number < 0) {
      throw new FormatFault("non-positive " + what);
    }
    return (int) number;
  }

  static void checkDuration(String text) throws FormatFault {
    if (!text.startsWith("P")) {
      throw new FormatFault("must start with P");
    }
    String rest = text.substring(1);
    if (rest.isEmpty()) {
      throw new FormatFault("nothing after P");
    }
    if (rest.endsWith("W")) {
      checkWeeks(rest.substring(0, rest.length() - 1));
      return;
    }
    String[] halves = rest.split("T", -1);
    for (int i = 0; i < halves.length; i++) {
      if (i > 0 && halves[i].isEmpty()) {
        throw new FormatFault("no time elements");
      }
      if (i > 1) {
        throw new FormatFault("more than one T");
      }
      checkUnits(halves[i], i == 0 ? "YMD" : "HMS");
    }
  }

  private static void checkWeeks(String weeks) throws FormatFault {
    if (weeks.isEmpty()) {
      throw new FormatFault("no number in week");
    }
    if (Digits.leading(weeks) < weeks.length()) {
      throw new FormatFault("invalid week");
    }
  }

  private static void checkUnits(String text, String allUnits) throws FormatFault {
    String units = allUnits;
    String rest = text;
    while (!rest.isEmpty()) {
      int digits = Digits.leading(rest);
      if (digits == 0) {
        throw new FormatFault("missing number");
      }
      if (digits == rest.length()) {
        throw new FormatFault("missing unit");
      }
      char unit = rest.charAt(digits);
      int at = units.indexOf(unit);
      if (at < 0) {
        boolean known = allUnits.indexOf(unit) >= 0;
        String quoted = GoQuote.quoteCharacter(unit);
        throw new FormatFault(
            known ? "unit " + quoted + " out of order" : "invalid unit " + quoted);
      }
      units = units.substring(at + 1);
      rest = rest.substring(digits + 1);
    }
  }

  static void checkPeriod(String text) throws FormatFault {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new FormatFault("missing slash");
    }
    String start = text.substring(0, slash);
    String end = text.substring(slash + 1);
    boolean beginsWithDuration = start.startsWith("P");
    checkPeriodPart(start, beginsWithDuration, "start");
    checkPeriodPart(end, !beginsWithDuration && end.startsWith("P"), "end");
  }

  private static void checkPeriodPart(String part, boolean duration, String which)
      throws FormatFault {
    try {
      if (duration) {
        checkDuration(part);
      } else {
        checkDateTime(part);
      }
    } catch (FormatFault fault) {
      String noun = duration ? " duration: " : " date-time: ";
      throw new FormatFault("invalid " + which + noun + fault.getMessage());
    }
  }
}
