package io.agentsrender.gotemplate.time;

/** The English names of months and days. */
final class Names {
  static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  /** From Sunday on. */
  static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };

  private static final int SHORT = 3;

  private Names() {}

  static String shortened(String name) {
    return name.substring(0, SHORT);
  }
}
