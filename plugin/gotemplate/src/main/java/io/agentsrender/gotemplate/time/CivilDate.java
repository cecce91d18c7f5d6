package io.agentsrender.gotemplate.time;

/**
 * A day of the Gregorian calendar, extended in both directions.
 *
 * @param month 1 to 12
 */
record CivilDate(long year, int month, int day) {
  private static final long DAYS_PER_400_YEARS = 146_097;
  private static final int DAYS_PER_100_YEARS = 36_524;
  private static final int DAYS_PER_4_YEARS = 1_461;
  private static final int DAYS_PER_YEAR = 365;

  /** From the first of March of the year 0, with which this counting starts, to 1970. */
  private static final long DAYS_TO_1970 = 719_468;

  /** Days before each month in a year that starts in March. */
  private static final int[] DAYS_BEFORE = {0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337};

  /** The day that is so many days after 1 January 1970. */
  static CivilDate ofDays(long epochDays) {
    long days = epochDays + DAYS_TO_1970;
    long cycle = Math.floorDiv(days, DAYS_PER_400_YEARS);
    int inCycle = (int) Math.floorMod(days, DAYS_PER_400_YEARS);
    int yearOfCycle =
        (inCycle
                - inCycle / (DAYS_PER_4_YEARS - 1)
                + inCycle / DAYS_PER_100_YEARS
                - inCycle / (int) (DAYS_PER_400_YEARS - 1))
            / DAYS_PER_YEAR;
    int dayOfYear = inCycle - daysBeforeYear(yearOfCycle);
    int month = 11;
    while (DAYS_BEFORE[month] > dayOfYear) {
      month--;
    }
    boolean afterNewYear = month >= 10;
    return new CivilDate(
        cycle * 400 + yearOfCycle + (afterNewYear ? 1 : 0),
        afterNewYear ? month - 9 : month + 3,
        dayOfYear - DAYS_BEFORE[month] + 1);
  }

  private static int daysBeforeYear(int yearOfCycle) {
    return yearOfCycle * DAYS_PER_YEAR + yearOfCycle / 4 - yearOfCycle / 100;
  }

  /** Days since 1 January 1970 of a day, which may be outside of its month. */
  static long toDays(long year, int month, long day) {
    boolean afterNewYear = month <= 2;
    long marchYear = afterNewYear ? year - 1 : year;
    long cycle = Math.floorDiv(marchYear, 400L);
    int yearOfCycle = (int) Math.floorMod(marchYear, 400L);
    int marchMonth = afterNewYear ? month + 9 : month - 3;
    return cycle * DAYS_PER_400_YEARS
        + daysBeforeYear(yearOfCycle)
        + DAYS_BEFORE[marchMonth]
        + day
        - 1
        - DAYS_TO_1970;
  }

  /** 1 for the first of January. */
  int dayOfYear() {
    return (int) (toDays(year, month, day) - toDays(year, 1, 1)) + 1;
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  static int daysIn(int month, long year) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
