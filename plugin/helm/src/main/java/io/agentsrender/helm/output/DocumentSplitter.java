package io.agentsrender.helm.output;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import io.agentsrender.helm.profile.HelmProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts rendered text at lines that start with {@code ---}, without knowing YAML (releaseutil,
 * SplitManifests): the separator swallows the whitespace around it, and may be followed by more on
 * its line.
 */
final class DocumentSplitter {
  private static final String SEPARATOR = "---";

  private DocumentSplitter() {}

  /**
   * A piece of a text.
   *
   * @param start where it starts there
   */
  record Piece(String text, int start) {}

  /** The pieces of a byte string. Helm 3 trims them, Helm 4 keeps what is at their ends. */
  static List<Piece> split(String text, HelmProfile profile) {
    boolean keepsEnds = profile.isHelm4();
    int from = skipSpace(text, 0, text.length());
    int to = keepsEnds ? text.length() : dropSpace(text, from, text.length());
    List<Piece> pieces = new ArrayList<>();
    int start = from;
    for (int at = separator(text, start, from, to); at >= 0; ) {
      add(pieces, text, start, backOverSpace(text, start, at), keepsEnds);
      start = overSpace(text, at + SEPARATOR.length(), to);
      at = separator(text, start, from, to);
    }
    add(pieces, text, start, to, keepsEnds);
    return pieces;
  }

  /** Where the next dashes stand: at the very start, or behind a line break not yet taken. */
  private static int separator(String text, int start, int from, int to) {
    if (start == from && text.startsWith(SEPARATOR, start)) {
      return start;
    }
    int at = text.indexOf("\n" + SEPARATOR, start);
    return at < 0 || at + 1 + SEPARATOR.length() > to ? -1 : at + 1;
  }

  private static void add(List<Piece> pieces, String text, int start, int end, boolean keepsEnds) {
    int from = skipSpace(text, start, end);
    int to = keepsEnds ? end : dropSpace(text, from, end);
    boolean dropped = keepsEnds ? from == end : start == end;
    if (!dropped) {
      pieces.add(new Piece(text.substring(from, to), from));
    }
  }

  /** What a regular expression takes for {@code \s}. */
  private static boolean isRegexSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  private static int overSpace(String text, int from, int to) {
    int at = from;
    while (at < to && isRegexSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int backOverSpace(String text, int from, int to) {
    int at = to;
    while (at > from && isRegexSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Over what {@code unicode.IsSpace} takes for space. */
  private static int skipSpace(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int decoded = GoString.decodeRune(text, at);
      if (!GoUnicode.isSpace(GoString.runeOf(decoded))) {
        break;
      }
      at += GoString.widthOf(decoded);
    }
    return at;
  }

  private static int dropSpace(String text, int from, int to) {
    int at = to;
    while (at > from) {
      int decoded = GoString.decodeLastRune(text, at);
      if (!GoUnicode.isSpace(GoString.runeOf(decoded))) {
        break;
      }
      at -= GoString.widthOf(decoded);
    }
    return at;
  }
}
