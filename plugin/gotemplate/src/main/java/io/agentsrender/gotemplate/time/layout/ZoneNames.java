package io.agentsrender.gotemplate.time.layout;

/** Abbreviations of zones in the text of a time (time/format.go, parseTimeZone). */
public final class ZoneNames {
  private static final String GMT = "GMT";
  private static final int MAX_HOURS = 23;

  private ZoneNames() {}

  /** The length of the abbreviation that a text starts with; 0 without one. */
  public static int length(String text) {
    if (text.length() < GMT.length()) {
      return 0;
    }
    if (text.startsWith("ChST") || text.startsWith("MeST")) {
      return 4;
    }
    if (text.startsWith(GMT)) {
      return GMT.length() + signedHoursLength(text.substring(GMT.length()));
    }
    if (text.charAt(0) == '+' || text.charAt(0) == '-') {
      return signedHoursLength(text);
    }
    int capitals = 0;
    while (capitals < 6
        && capitals < text.length()
        && text.charAt(capitals) >= 'A'
        && text.charAt(capitals) <= 'Z') {
      capitals++;
    }
    boolean sound =
        switch (capitals) {
          case 3 -> true;
          case 4 -> text.charAt(3) == 'T' || text.startsWith("WITA");
          case 5 -> text.charAt(4) == 'T';
          default -> false;
        };
    return sound ? capitals : 0;
  }

  /** The length of a sign with a number of hours; 0 for what is none. */
  private static int signedHoursLength(String text) {
    if (text.isEmpty() || (text.charAt(0) != '+' && text.charAt(0) != '-')) {
      return 0;
    }
    int hours = 0;
    int end = 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      hours = Math.min(hours * 10 + text.charAt(end) - '0', MAX_HOURS + 1);
      end++;
    }
    return end > 1 && hours <= MAX_HOURS ? end : 0;
  }

  /** The hours of {@code GMT+3}; 0 for other names. */
  public static int hoursOfGmt(String name) {
    if (!name.startsWith(GMT) || name.length() == GMT.length()) {
      return 0;
    }
    int hours = 0;
    for (int i = GMT.length() + 1; i < name.length(); i++) {
      hours = hours * 10 + name.charAt(i) - '0';
    }
    return name.charAt(GMT.length()) == '-' ? -hours : hours;
  }
}
