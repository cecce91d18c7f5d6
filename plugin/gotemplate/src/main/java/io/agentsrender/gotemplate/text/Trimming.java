package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.function.IntPredicate;

/** Takes characters off both ends of a string. */
public final class Trimming {
  private Trimming() {}

  /** {@code strings.TrimSpace}. */
  public static String space(String s) {
    return both(s, GoUnicode::isSpace);
  }

  /** {@code strings.Trim}; a byte that is not UTF-8 stands for all such bytes. */
  public static String of(String s, String cutset) {
    int[] cut = GoString.runes(cutset);
    return both(
        s,
        rune -> {
          for (int c : cut) {
            if (c == rune) {
              return true;
            }
          }
          return false;
        });
  }

  private static String both(String s, IntPredicate cut) {
    int from = 0;
    while (from < s.length()) {
      int decoded = GoString.decodeRune(s, from);
      if (!cut.test(GoString.runeOf(decoded))) {
        break;
      }
      from += GoString.widthOf(decoded);
    }
    int to = s.length();
    while (to > from) {
      int decoded = GoString.decodeLastRune(s, to);
      if (!cut.test(GoString.runeOf(decoded))) {
        break;
      }
      to -= GoString.widthOf(decoded);
    }
    return s.substring(from, to);
  }
}
