package io.agentsrender.gotemplate.time.layout;

import java.util.List;

/** The English names of months and days. */
public final class Names {
  public static final List<String> MONTHS =
      List.of(
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
          "December");

  /** From Sunday on. */
  public static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private static final int SHORT = 3;

  private Names() {}

  public static String shortened(String name) {
    return name.substring(0, SHORT);
  }
}
