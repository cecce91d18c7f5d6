package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;

/** Words run together or joined by a connector, as the library xstrings makes them (convert.go). */
public final class WordCase {
  /** How capitals inside a word are treated when words are run together. */
  public enum Capitals {
    /** They stay (xstrings before 1.5): {@code GO_IS} becomes {@code GOIS}. */
    KEPT,
    /**
     * Those that follow a capital are lowered (xstrings 1.5): {@code GO_IS} becomes {@code GoIs}.
     */
    LOWERED
  }

  private WordCase() {}

  /** {@code some_words} to {@code SomeWords}; connectors at the start stay. */
  public static String pascal(String s, Capitals capitals) {
    StringBuilder out = new StringBuilder(s.length());
    int[] runes = GoString.runes(s);
    int i = 0;
    for (; i < runes.length && isConnector(runes[i]); i++) {
      GoString.appendRune(out, runes[i]);
    }
    if (i == runes.length) {
      // Of nothing but connectors the last one comes twice.
      return i == 0 ? "" : out.append(s.substring(lastRuneStart(s))).toString();
    }
    int last = GoUnicode.toUpper(runes[i]);
    boolean lowering = capitals == Capitals.LOWERED && GoUnicode.isUpper(runes[i]);
    for (i++; i < runes.length; i++) {
      int rune = runes[i];
      if (isConnector(last)) {
        if (isConnector(rune)) {
          GoString.appendRune(out, last);
        } else {
          lowering = capitals == Capitals.LOWERED && GoUnicode.isUpper(rune);
          rune = GoUnicode.toUpper(rune);
        }
      } else {
        lowering = lowering && GoUnicode.isUpper(rune);
        rune = lowering ? GoUnicode.toLower(rune) : rune;
        GoString.appendRune(out, last);
      }
      last = rune;
    }
    GoString.appendRune(out, last);
    return out.toString();
  }

  /** {@code FirstName} to {@code first_name}. */
  public static String snake(String s) {
    return new ConnectedWords(s, '_').join();
  }

  /** {@code FirstName} to {@code first-name}. */
  public static String kebab(String s) {
    return new ConnectedWords(s, '-').join();
  }

  private static int lastRuneStart(String s) {
    return s.length() - GoString.widthOf(GoString.decodeLastRune(s, s.length()));
  }

  static boolean isConnector(int rune) {
    return rune == '-' || rune == '_' || GoUnicode.isSpace(rune);
  }
}
