package io.agentsrender.helm.set;

/** The text of a flag, read once from left to right. */
final class Characters {
  static final int END = -1;

  private final int[] characters;
  private int at;

  Characters(String text) {
    this.characters = text.codePoints().toArray();
  }

  /** What stood before a stop character, and that character. */
  record Piece(String text, int stop) {
    boolean endsInput() {
      return stop == END;
    }
  }

  int read() {
    return at < characters.length ? characters[at++] : END;
  }

  void unread() {
    at--;
  }

  /** The 1-based column of the next character. */
  int column() {
    return at + 1;
  }

  String rest() {
    return new String(characters, at, characters.length - at);
  }

  /** Leaves out so many code points. */
  void skip(int count) {
    at += count;
  }

  /** Everything up to one of {@code stops}, which is taken too; a backslash escapes. */
  Piece until(String stops) {
    StringBuilder text = new StringBuilder();
    for (int next = read(); next != END; next = read()) {
      if (stops.indexOf(next) >= 0) {
        return new Piece(text.toString(), next);
      }
      int taken = next == '\\' ? read() : next;
      if (taken == END) {
        break;
      }
      text.appendCodePoint(taken);
    }
    return new Piece(text.toString(), END);
  }

  /** The same where backslashes have no meaning. */
  Piece untilLiterally(String stops) {
    StringBuilder text = new StringBuilder();
    for (int next = read(); next != END; next = read()) {
      if (stops.indexOf(next) >= 0) {
        return new Piece(text.toString(), next);
      }
      text.appendCodePoint(next);
    }
    return new Piece(text.toString(), END);
  }
}
