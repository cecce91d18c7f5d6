package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.function.IntUnaryOperator;

/** Upper and lower case, rune by rune. Bytes that are not UTF-8 become U+FFFD where Go does so. */
public final class Cases {
  private Cases() {}

  /** {@code strings.ToUpper}. */
  public static String upper(String s) {
    return map(s, GoUnicode::toUpper);
  }

  /** {@code strings.ToLower}. */
  public static String lower(String s) {
    return map(s, GoUnicode::toLower);
  }

  /** {@code strings.Title}: the first letter of every word in title case. */
  public static String title(String s) {
    return map(
        s,
        new IntUnaryOperator() {
          private int before = ' ';

          @Override
          public int applyAsInt(int rune) {
            int mapped = isSeparator(before) ? GoUnicode.toTitle(rune) : rune;
            before = rune;
            return mapped;
          }
        });
  }

  private static boolean isSeparator(int rune) {
    if (rune < 0x80) {
      return !GoUnicode.isLetter(rune) && !GoUnicode.isDigit(rune) && rune != '_';
    }
    return !GoUnicode.isLetter(rune) && !GoUnicode.isDigit(rune) && GoUnicode.isSpace(rune);
  }

  /** The first letter of every word in lower case (goutils.Uncapitalize). */
  public static String untitle(String s) {
    StringBuilder out = new StringBuilder(s.length());
    boolean atStart = true;
    for (int rune : GoString.runes(s)) {
      boolean space = GoUnicode.isSpace(rune);
      GoString.appendRune(out, atStart && !space ? GoUnicode.toLower(rune) : rune);
      atStart = space;
    }
    return out.toString();
  }

  /** Swaps cases; a lower-case letter that starts a word becomes title case (goutils.SwapCase). */
  public static String swap(String s) {
    StringBuilder out = new StringBuilder(s.length());
    boolean atStart = true;
    for (int rune : GoString.runes(s)) {
      if (GoUnicode.isUpper(rune) || GoUnicode.isTitle(rune)) {
        GoString.appendRune(out, GoUnicode.toLower(rune));
        atStart = false;
      } else if (GoUnicode.isLower(rune)) {
        GoString.appendRune(out, atStart ? GoUnicode.toTitle(rune) : GoUnicode.toUpper(rune));
        atStart = false;
      } else {
        GoString.appendRune(out, rune);
        atStart = GoUnicode.isSpace(rune);
      }
    }
    return out.toString();
  }

  /** {@code strings.Map}, which leaves a string alone that the mapping does not change. */
  private static String map(String s, IntUnaryOperator mapping) {
    StringBuilder out = new StringBuilder(s.length());
    for (int i = 0; i < s.length(); ) {
      int decoded = GoString.decodeRune(s, i);
      GoString.appendRune(out, mapping.applyAsInt(GoString.runeOf(decoded)));
      i += GoString.widthOf(decoded);
    }
    return out.toString();
  }
}
