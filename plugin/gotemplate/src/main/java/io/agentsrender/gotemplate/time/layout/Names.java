package io.agentsrender.gotemplate.time.layout;

/** The English names of months and days. */
public final class Names {
  public static final String[] MONTHS = {
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
  public static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };

  private static final int SHORT = 3;

  private Names() {}

  public static String shortened(String name) {
    return name.substring(0, SHORT);
  }
}
