package io.agentsrender.helm.glob;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.source.match.MalformedPatternException;
import java.util.ArrayList;
import java.util.List;

/** Reads a gobwas glob (gobwas/glob syntax/lexer and syntax/ast). */
final class FileGlobReader {
  private static final int END = 0;
  private static final int INVALID = 0xFFFD;
  private static final int MAX_NESTED_GROUPS = 32;

  private final int[] pattern;
  private int at;

  FileGlobReader(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  List<GlobElement> elements() throws MalformedPatternException {
    return sequence(0);
  }

  /** Up to the end, or in a group to the comma or brace behind, which is left. */
  private List<GlobElement> sequence(int groups) throws MalformedPatternException {
    List<GlobElement> elements = new ArrayList<>();
    while (true) {
      int next = peek();
      if (next == END || (groups > 0 && (next == ',' || next == '}'))) {
        return List.copyOf(elements);
      }
      at++;
      switch (next) {
        case '{' -> elements.add(alternatives(groups + 1));
        case '*' -> elements.add(star());
        case '?' -> elements.add(new GlobElement.One("[^/]"));
        case '[' -> elements.add(characterClass());
        default -> {
          at--;
          addText(elements, groups > 0);
        }
      }
    }
  }

  private GlobElement alternatives(int groups) throws MalformedPatternException {
    if (groups > MAX_NESTED_GROUPS) {
      throw GoError.notSupported("globs with more than " + MAX_NESTED_GROUPS + " nested groups");
    }
    List<List<GlobElement>> sequences = new ArrayList<>();
    sequences.add(sequence(groups));
    while (peek() == ',') {
      at++;
      sequences.add(sequence(groups));
    }
    // The library takes a missing closing brace as if it were there.
    if (peek() == '}') {
      at++;
    }
    return new GlobElement.Alternatives(List.copyOf(sequences));
  }

  private GlobElement star() throws MalformedPatternException {
    boolean everything = peek() == '*';
    if (everything) {
      at++;
    }
    return new GlobElement.Star(everything);
  }

  private void addText(List<GlobElement> elements, boolean inGroup)
      throws MalformedPatternException {
    String stops = inGroup ? "?*[{},\0" : "?*[{\0";
    StringBuilder text = new StringBuilder();
    while (stops.indexOf(peek()) < 0) {
      int character = read();
      int literal = character == '\\' ? read() : character;
      if (literal != END) {
        text.appendCodePoint(literal);
      }
    }
    if (!text.isEmpty()) {
      elements.add(new GlobElement.Text(text.toString()));
    }
  }

  private GlobElement characterClass() throws MalformedPatternException {
    int character = readInClass();
    boolean negated = character == '!';
    if (negated) {
      character = readInClass();
    }
    String members;
    if (peek() == '-') {
      at++;
      members = range(character, readInClass());
    } else {
      at--;
      members = list();
    }
    if (readInClass() != ']') {
      throw new MalformedPatternException("expected close range character");
    }
    return new GlobElement.One((negated ? "[^" : "[") + members + "]");
  }

  private static String range(int low, int high) throws MalformedPatternException {
    if (high < low) {
      throw new MalformedPatternException(
          "hi character '"
              + Character.toString(high)
              + "' should be greater than lo '"
              + Character.toString(low)
              + "'");
    }
    return inClass(low) + "-" + inClass(high);
  }

  private String list() throws MalformedPatternException {
    StringBuilder members = new StringBuilder();
    for (int character = readInClass(); character != ']'; character = readInClass()) {
      members.append(inClass(character == '\\' ? readInClass() : character));
    }
    if (members.isEmpty()) {
      throw new MalformedPatternException("could not parse range");
    }
    at--;
    return members.toString();
  }

  private static String inClass(int character) {
    return String.format("\\x{%X}", character);
  }

  private int readInClass() throws MalformedPatternException {
    int character = read();
    if (character == END) {
      throw new MalformedPatternException("unexpected end of input");
    }
    return character;
  }

  private int read() throws MalformedPatternException {
    int character = peek();
    if (at < pattern.length) {
      at++;
    }
    return character;
  }

  private int peek() throws MalformedPatternException {
    if (at >= pattern.length) {
      return END;
    }
    if (pattern[at] == INVALID) {
      throw new MalformedPatternException("could not read rune");
    }
    return pattern[at];
  }
}
