package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.text.WordScanner.Sort;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;

/**
 * Joins the words of a text by one connector, capitals lowered (xstrings, camelCaseToLowerCase).
 */
final class ConnectedWords {
  private final WordScanner words;
  private final char connector;
  private final StringBuilder out;

  ConnectedWords(String text, char connector) {
    this.words = new WordScanner(text);
    this.connector = connector;
    this.out = new StringBuilder(text.length() + text.length() / 4);
  }

  String join() {
    words.next();
    while (!words.atEnd()) {
      Sort sort = words.sort();
      String word = words.word();
      if (sort != Sort.CONNECTOR) {
        append(sort, word);
      }
      words.next();
      switch (sort) {
        case NUMBER -> {
          takeLettersAndNumbers();
          connectUnlessAtBreak();
        }
        case CONNECTOR -> append(sort, word);
        case PUNCTUATION -> {}
        default -> afterLetters();
      }
    }
    append(words.sort(), words.word());
    return out.toString();
  }

  private void afterLetters() {
    if (words.sort() != Sort.NUMBER) {
      connectUnlessBroken();
      return;
    }
    if (words.atEnd()) {
      return;
    }
    String number = words.word();
    words.next();
    if (words.sort() != Sort.LETTERS) {
      // A number belongs to the word before it: Bld4Floor becomes bld4_floor ...
      append(Sort.NUMBER, number);
      connectUnlessBroken();
      return;
    }
    // ... but small letters after it take it along: HTTP2xx becomes http_2xx.
    out.append(connector);
    append(Sort.NUMBER, number);
    takeLettersAndNumbers();
    connectUnlessAtBreak();
  }

  private void takeLettersAndNumbers() {
    while (words.sort() == Sort.LETTERS || words.sort() == Sort.NUMBER) {
      append(words.sort(), words.word());
      words.next();
    }
  }

  private void connectUnlessBroken() {
    if (words.sort() != Sort.CONNECTOR && words.sort() != Sort.PUNCTUATION) {
      out.append(connector);
    }
  }

  private void connectUnlessAtBreak() {
    if (words.sort() != Sort.NONE) {
      connectUnlessBroken();
    }
  }

  private void append(Sort sort, String word) {
    if (sort != Sort.CAPITALS && sort != Sort.CONNECTOR) {
      out.append(word);
      return;
    }
    for (int rune : GoString.runes(word)) {
      if (WordCase.isConnector(rune)) {
        out.append(connector);
      } else {
        GoString.appendRune(out, GoUnicode.isUpper(rune) ? GoUnicode.toLower(rune) : rune);
      }
    }
  }
}
