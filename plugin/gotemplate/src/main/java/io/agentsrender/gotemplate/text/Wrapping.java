package io.agentsrender.gotemplate.text;

/** Breaks text into lines of some width, counted in bytes (goutils.WrapCustom). */
public final class Wrapping {
  private Wrapping() {}

  /**
   * Breaks at spaces, which are dropped; a line that starts with spaces loses them.
   *
   * @param width at least one
   * @param newline what ends a line; empty means a line feed
   * @param breakWords whether words longer than a line are cut; otherwise they stick out
   */
  public static String wrap(String s, long width, String newline, boolean breakWords) {
    String end = newline.isEmpty() ? "\n" : newline;
    int length = Math.clamp(width, 1, Integer.MAX_VALUE);
    StringBuilder out = new StringBuilder(s.length());
    int from = 0;
    while (s.length() - from > length) {
      if (s.charAt(from) == ' ') {
        from++;
        continue;
      }
      int space = s.lastIndexOf(' ', from + length);
      if (space < from && !breakWords) {
        space = s.indexOf(' ', from + length);
        if (space < 0) {
          break;
        }
      }
      if (space >= from) {
        out.append(s, from, space).append(end);
        from = space + 1;
      } else {
        out.append(s, from, from + length).append(end);
        from += length;
      }
    }
    return out.append(s, from, s.length()).toString();
  }
}
