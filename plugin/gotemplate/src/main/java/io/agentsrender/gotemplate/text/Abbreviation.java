package io.agentsrender.gotemplate.text;

/** Cuts long text and marks the cut by three dots; widths are bytes (goutils.AbbreviateFull). */
public final class Abbreviation {
  private static final String MARK = "...";
  private static final int MIN_WIDTH = MARK.length() + 1;
  private static final int MIN_WIDTH_BOTH = MIN_WIDTH + MARK.length();

  /** Up to here the left end is worth no mark of its own. */
  private static final int MAX_PLAIN_OFFSET = MIN_WIDTH;

  private Abbreviation() {}

  /**
   * Cut at the right; the text itself for a width that leaves no room for anything but the mark.
   */
  public static String right(String s, long width) {
    return width < MIN_WIDTH ? s : abbreviate(s, 0, width);
  }

  /**
   * Cut at both ends: a part of the given width that holds the byte at {@code left}. The text
   * itself for widths without room.
   */
  public static String both(String s, long left, long width) {
    return width < MIN_WIDTH || (left > 0 && width < MIN_WIDTH_BOTH)
        ? s
        : abbreviate(s, left, width);
  }

  private static String abbreviate(String s, long left, long width) {
    if (s.length() <= width) {
      return s;
    }
    int kept = (int) width - MARK.length();
    long offset = Math.min(left, s.length());
    if (s.length() - offset < kept) {
      offset = s.length() - (long) kept;
    }
    if (offset <= MAX_PLAIN_OFFSET) {
      return s.substring(0, kept) + MARK;
    }
    if (offset + kept < s.length()) {
      return MARK + abbreviate(s.substring((int) offset), 0, kept);
    }
    return MARK + s.substring(s.length() - kept);
  }
}
