package io.agentsrender.helm.glob;

import com.google.re2j.Pattern;
import java.util.List;

/** A part of a gobwas glob. */
sealed interface GlobElement {
  /** The part as a regular expression. */
  String regex();

  /** Whether what it matches has no fixed length. */
  boolean isElastic();

  /** Characters that stand for themselves. */
  record Text(String text) implements GlobElement {
    @Override
    public String regex() {
      return Pattern.quote(text);
    }

    @Override
    public boolean isElastic() {
      return false;
    }
  }

  /** {@code *}, or {@code **} which does not stop at separators. */
  record Star(boolean everything) implements GlobElement {
    @Override
    public String regex() {
      return everything ? ".*" : "[^/]*";
    }

    @Override
    public boolean isElastic() {
      return true;
    }
  }

  /** {@code ?} or a class of characters. */
  record One(String regex) implements GlobElement {
    @Override
    public boolean isElastic() {
      return false;
    }
  }

  /** <code>{a,b}</code>. */
  record Alternatives(List<List<GlobElement>> sequences) implements GlobElement {
    @Override
    public String regex() {
      StringBuilder regex = new StringBuilder();
      for (List<GlobElement> sequence : sequences) {
        regex.append(regex.isEmpty() ? "(?:" : "|").append(regexOf(sequence));
      }
      return regex.append(')').toString();
    }

    @Override
    public boolean isElastic() {
      return true;
    }

    /** Whether all have a star, or none has. */
    boolean areAlike() {
      long elastic = sequences.stream().filter(Alternatives::hasStar).count();
      return elastic == 0 || elastic == sequences.size();
    }

    private static boolean hasStar(List<GlobElement> sequence) {
      return sequence.stream().anyMatch(GlobElement::isElastic);
    }
  }

  static String regexOf(List<GlobElement> sequence) {
    StringBuilder regex = new StringBuilder();
    sequence.forEach(element -> regex.append(element.regex()));
    return regex.toString();
  }

  /**
   * Whether gobwas matches the sequence as its documentation says. It cuts a pattern at its longest
   * fixed part, and goes wrong where parts without fixed length stand side by side, are empty, or
   * are alternatives of both sorts.
   *
   * @param alone whether the sequence is the whole pattern
   */
  static boolean isSound(List<GlobElement> sequence, boolean alone) {
    for (int i = 0; i < sequence.size(); i++) {
      GlobElement element = sequence.get(i);
      GlobElement next = i + 1 < sequence.size() ? sequence.get(i + 1) : null;
      if (next != null && element.isElastic() && next.isElastic() && !element.equals(next)) {
        boolean starThenGroup = element instanceof Star && next instanceof Alternatives;
        if (!starThenGroup) {
          return false;
        }
      }
      if (element instanceof Alternatives group
          && !(isSound(group) && (group.areAlike() || (alone && sequence.size() == 1)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a {@code ?} or a class is anywhere in the sequence. */
  static boolean countsCharacters(List<GlobElement> sequence) {
    return sequence.stream()
        .anyMatch(element ->
            element instanceof One
                || (element instanceof Alternatives group
                    && group.sequences.stream().anyMatch(GlobElement::countsCharacters)));
  }

  private static boolean isSound(Alternatives group) {
    return group.sequences.stream()
        .allMatch(sequence -> !sequence.isEmpty() && isSound(sequence, false));
  }
}
