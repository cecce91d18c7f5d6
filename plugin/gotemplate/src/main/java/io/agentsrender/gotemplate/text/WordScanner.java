package io.agentsrender.gotemplate.text;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoUnicode;
import java.util.function.IntPredicate;

/**
 * Cuts text into words of one sort each (xstrings, nextWord). What is not UTF-8 goes with the word
 * before it, or, where a word starts with it, with that word.
 */
final class WordScanner {
  /** The sorts of words. */
  enum Sort {
    NONE,
    NUMBER,
    /** {@code HTTP}, or a capital with the small letters after it. */
    CAPITALS,
    LETTERS,
    CONNECTOR,
    PUNCTUATION,
    OTHER
  }

  private final String text;
  private int from;
  private int to;
  private Sort sort = Sort.NONE;

  /** The next rune, as {@link #peek} found it, and how many bytes end with it. */
  private int rune;

  private int width;

  WordScanner(String text) {
    this.text = text;
  }

  Sort sort() {
    return sort;
  }

  String word() {
    return text.substring(from, to);
  }

  boolean atEnd() {
    return to == text.length();
  }

  /** Goes to the next word; of sort {@link Sort#NONE} and perhaps empty at the end. */
  void next() {
    from = to;
    peek(GoString.RUNE_ERROR);
    to += width;
    sort = sortOf(rune);
    switch (sort) {
      case NONE -> {}
      case CAPITALS -> capitals();
      case LETTERS -> take(WordScanner::isSmall);
      case NUMBER -> take(GoUnicode::isNumber);
      case CONNECTOR -> take(WordCase::isConnector);
      case PUNCTUATION -> take(GoUnicode::isPunct);
      case OTHER -> takeOther();
    }
  }

  private static Sort sortOf(int rune) {
    if (rune == GoString.RUNE_ERROR) {
      return Sort.NONE;
    }
    if (WordCase.isConnector(rune)) {
      return Sort.CONNECTOR;
    }
    if (GoUnicode.isPunct(rune)) {
      return Sort.PUNCTUATION;
    }
    if (GoUnicode.isUpper(rune)) {
      return Sort.CAPITALS;
    }
    if (isAlphabet(rune)) {
      return Sort.LETTERS;
    }
    return GoUnicode.isNumber(rune) ? Sort.NUMBER : Sort.OTHER;
  }

  private void capitals() {
    if (atEnd()) {
      return;
    }
    peek(rune);
    if (!GoUnicode.isUpper(rune)) {
      if (isAlphabet(rune)) {
        to += width;
        take(WordScanner::isSmall);
      }
      return;
    }
    int last = width;
    to += width;
    while (!atEnd()) {
      peek(rune);
      if (!GoUnicode.isUpper(rune)) {
        break;
      }
      last = width;
      to += width;
    }
    // The last capital of HTTPStatus starts the next word.
    if (!atEnd() && isAlphabet(rune)) {
      to -= last;
    }
  }

  private void take(IntPredicate wanted) {
    while (!atEnd()) {
      peek(rune);
      if (!wanted.test(rune)) {
        return;
      }
      to += width;
    }
  }

  private void takeOther() {
    while (!atEnd()) {
      peek(rune);
      if (sortOf(rune) != Sort.OTHER) {
        return;
      }
      to += width;
    }
  }

  /** Finds the next valid rune; {@code otherwise} where nothing but broken bytes is left. */
  private void peek(int otherwise) {
    int at = to;
    while (at < text.length()) {
      int decoded = GoString.decodeRune(text, at);
      at += GoString.widthOf(decoded);
      if (GoString.runeOf(decoded) != GoString.RUNE_ERROR) {
        rune = GoString.runeOf(decoded);
        width = at - to;
        return;
      }
    }
    rune = otherwise;
    width = at - to;
  }

  private static boolean isSmall(int rune) {
    return isAlphabet(rune) && !GoUnicode.isUpper(rune);
  }

  /** Whether it is a letter, but not a Chinese character (xstrings/count.go). */
  private static boolean isAlphabet(int rune) {
    return GoUnicode.isLetter(rune)
        && !(rune >= 0x3400 && rune <= 0x4d85)
        && !(rune >= 0x4e00 && rune <= 0x9fcc)
        && !(rune >= 0x20000 && rune <= 0x2b81d);
  }
}
