package io.agentsrender.yaml.write;

/** Writes scalars in each of the styles (emitterc.go, write_*_scalar). */
final class ScalarWriter {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Emitter emitter;
  private final Layout layout;

  ScalarWriter(Emitter emitter, Layout layout) {
    this.emitter = emitter;
    this.layout = layout;
  }

  private boolean isBeyondWidth() {
    return emitter.column() > layout.width();
  }

  private static boolean isSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ';
  }

  void plain(String text, boolean allowBreaks) {
    boolean silent = layout.isV3() && text.isEmpty();
    if (!silent && !emitter.whitespace()) {
      emitter.put(' ');
    }
    writeLine(text, allowBreaks, false);
    if (!silent) {
      emitter.markWhitespace(false);
    }
    emitter.markIndention(false);
  }

  void singleQuoted(String text, boolean allowBreaks) {
    emitter.writeIndicator("'", true, false, false);
    writeLine(text, allowBreaks, true);
    emitter.writeIndicator("'", false, false, false);
    emitter.markWhitespace(false);
    emitter.markIndention(false);
  }

  private void writeLine(String text, boolean allowBreaks, boolean quoted) {
    boolean spaces = false;
    boolean breaks = false;
    int last = text.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        boolean inside = !quoted || i > 0 && i < last;
        if (allowBreaks && !spaces && isBeyondWidth() && inside && !isSpace(text, i + 1)) {
          emitter.writeIndent();
        } else {
          emitter.write(c);
        }
        spaces = true;
      } else if (Characters.isBreak(c)) {
        if (!breaks && c == '\n') {
          emitter.putBreak();
        }
        emitter.writeBreak(c);
        if (!layout.isV3()) {
          emitter.markIndention(true);
        }
        breaks = true;
      } else {
        if (breaks) {
          emitter.writeIndent();
        }
        if (quoted && c == '\'') {
          emitter.put('\'');
        }
        int end = endOfRun(text, i + 1, quoted);
        emitter.write(text, i, end);
        i = end - 1;
        emitter.markIndention(false);
        spaces = false;
        breaks = false;
      }
    }
  }

  /** Where the next space, break or quote stands. */
  private static int endOfRun(String text, int from, boolean quoted) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || quoted && c == '\'' || Characters.isBreak(c)) {
        break;
      }
      at++;
    }
    return at;
  }

  void doubleQuoted(String text, boolean allowBreaks) {
    // go-yaml looks for a byte order mark at the start of the text whatever character it is at.
    boolean escapesAll = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    boolean spaces = false;
    int last = text.length() - 1;
    emitter.writeIndicator("\"", true, false, false);
    for (int i = 0; i <= last; i++) {
      char c = text.charAt(i);
      if (escapesAll
          || !Characters.isPrintable(c)
          || Characters.isBreak(c)
          || c == '"'
          || c == '\\') {
        int code = text.codePointAt(i);
        i += Character.charCount(code) - 1;
        escape(code);
        spaces = false;
      } else if (c == ' ') {
        if (allowBreaks && !spaces && isBeyondWidth() && i > 0 && i < last) {
          emitter.writeIndent();
          if (isSpace(text, i + 1)) {
            emitter.put('\\');
          }
        } else {
          emitter.write(c);
        }
        spaces = true;
      } else {
        emitter.write(c);
        spaces = false;
      }
    }
    emitter.writeIndicator("\"", false, false, false);
    emitter.markWhitespace(false);
    emitter.markIndention(false);
  }

  private void escape(int code) {
    emitter.put('\\');
    switch (code) {
      case 0x00 -> emitter.put('0');
      case 0x07 -> emitter.put('a');
      case 0x08 -> emitter.put('b');
      case 0x09 -> emitter.put('t');
      case 0x0A -> emitter.put('n');
      case 0x0B -> emitter.put('v');
      case 0x0C -> emitter.put('f');
      case 0x0D -> emitter.put('r');
      case 0x1B -> emitter.put('e');
      case '"' -> emitter.put('"');
      case '\\' -> emitter.put('\\');
      case 0x85 -> emitter.put('N');
      case 0xA0 -> emitter.put('_');
      case 0x2028 -> emitter.put('L');
      case 0x2029 -> emitter.put('P');
      default -> {
        int digits = code <= 0xFF ? 2 : code <= 0xFFFF ? 4 : 8;
        emitter.put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
          emitter.put(HEX[code >> shift & 0xF]);
        }
      }
    }
  }

  void literal(String text) {
    startBlock("|", text);
    boolean breaks = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isBreak(c)) {
        writeBreak(c);
        breaks = true;
      } else {
        if (breaks) {
          emitter.writeIndent();
        }
        int end = i + 1;
        while (end < text.length() && !Characters.isBreak(text.charAt(end))) {
          end++;
        }
        emitter.write(text, i, end);
        i = end - 1;
        emitter.markIndention(false);
        breaks = false;
      }
    }
  }

  void folded(String text) {
    startBlock(">", text);
    boolean breaks = true;
    boolean leadingSpaces = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isBreak(c)) {
        // go-yaml looks at the start of the text here, not at the break it is at.
        if (!breaks && !leadingSpaces && c == '\n' && !startsBlankAfterBreaks(text)) {
          emitter.putBreak();
        }
        writeBreak(c);
        breaks = true;
      } else {
        if (breaks) {
          emitter.writeIndent();
          leadingSpaces = Characters.isBlank(c);
        }
        if (!breaks && c == ' ' && !isSpace(text, i + 1) && isBeyondWidth()) {
          emitter.writeIndent();
        } else {
          emitter.write(c);
        }
        emitter.markIndention(false);
        breaks = false;
      }
    }
  }

  private static boolean startsBlankAfterBreaks(String text) {
    int at = 0;
    while (at < text.length() && Characters.isBreak(text.charAt(at))) {
      at++;
    }
    return at == text.length() || Characters.isBlank(text.charAt(at));
  }

  private void writeBreak(char c) {
    emitter.writeBreak(c);
    if (!layout.isV3()) {
      emitter.markIndention(true);
    }
  }

  private void startBlock(String indicator, String text) {
    emitter.writeIndicator(indicator, true, false, false);
    char first = text.isEmpty() ? 0 : text.charAt(0);
    if (first == ' ' || Characters.isBreak(first)) {
      emitter.writeIndicator(Integer.toString(layout.indent()), false, false, false);
    }
    int last = text.length() - 1;
    if (last < 0 || !Characters.isBreak(text.charAt(last))) {
      emitter.writeIndicator("-", false, false, false);
    } else if (last == 0 || Characters.isBreak(text.charAt(last - 1))) {
      emitter.writeIndicator("+", false, false, false);
    }
    emitter.putBreak();
    if (!layout.isV3()) {
      emitter.markIndention(true);
    }
    emitter.markWhitespace(true);
  }
}
