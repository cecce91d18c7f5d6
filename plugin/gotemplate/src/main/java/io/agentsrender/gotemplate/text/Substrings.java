package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import java.util.ArrayList;
import java.util.List;

/** Finds, splits at and replaces parts of strings, as Go's package strings does. */
public final class Substrings {
  private Substrings() {}

  /** {@code strings.Count}: for an empty part, one more than there are runes. */
  public static int count(String s, String part) {
    if (part.isEmpty()) {
      return GoString.runeCount(s) + 1;
    }
    int count = 0;
    for (int at = s.indexOf(part); at >= 0; at = s.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /**
   * {@code strings.Replace} without a limit; an empty part is found before and after every rune.
   */
  public static String replace(String s, String part, String replacement) {
    if (!part.isEmpty()) {
      return s.replace(part, replacement);
    }
    StringBuilder out = new StringBuilder(s.length() + replacement.length());
    out.append(replacement);
    for (int i = 0; i < s.length(); ) {
      int width = GoString.widthOf(GoString.decodeRune(s, i));
      out.append(s, i, i + width).append(replacement);
      i += width;
    }
    return out.toString();
  }

  /** The length of what {@link #replace} would make. */
  public static long replacedLength(String s, String part, String replacement) {
    return s.length() + (long) count(s, part) * (replacement.length() - part.length());
  }

  /**
   * {@code strings.SplitN}: at most {@code limit} parts, of which the last is the rest; any number
   * where it is negative, none where it is zero. An empty separator splits into runes.
   */
  public static List<String> split(String s, String separator, int limit) {
    List<String> parts = new ArrayList<>();
    if (limit == 0 || (separator.isEmpty() && s.isEmpty())) {
      return parts;
    }
    int from = 0;
    while (limit < 0 || parts.size() < limit - 1) {
      int to =
          separator.isEmpty()
              ? from + GoString.widthOf(GoString.decodeRune(s, from))
              : s.indexOf(separator, from);
      if (to < 0 || (separator.isEmpty() && to == s.length())) {
        break;
      }
      parts.add(s.substring(from, to));
      from = to + separator.length();
    }
    parts.add(s.substring(from));
    return parts;
  }
}
