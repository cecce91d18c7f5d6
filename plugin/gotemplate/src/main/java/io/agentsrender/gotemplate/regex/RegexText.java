package io.agentsrender.gotemplate.regex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression as text: finds the names of its groups and the Unicode classes, and writes it anew
 * for re2j without names, which Go lets stand twice, and with classes as ranges of Go's Unicode.
 */
final class RegexText {
  private final String text;
  private final StringBuilder rewritten;
  private final List<@Nullable String> names = new ArrayList<>();
  private final Repetitions repetitions = new Repetitions();
  private Optional<String> excess = Optional.empty();
  private int at;
  private boolean changed;
  private long copies = 1;

  private RegexText(String text) {
    this.text = text;
    this.rewritten = new StringBuilder(text.length());
    this.names.add(null);
  }

  static RegexText scan(String text) {
    RegexText scanned = new RegexText(text);
    scanned.scan();
    return scanned;
  }

  /** The name of each group, from the whole match on; null for those without. */
  List<@Nullable String> names() {
    return Collections.unmodifiableList(names);
  }

  String rewritten() {
    return rewritten.toString();
  }

  boolean isRewritten() {
    return changed;
  }

  /** The first repetition that asks for more copies than Go makes. */
  Optional<String> excessiveRepetition() {
    return excess;
  }

  /** A bound for how many times any part of the expression is there when it is compiled. */
  long mostCopies() {
    return Math.min(copies, Repetitions.MAX_COPIES);
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> {
          repetitions.element();
          escape(false);
        }
        case '[' -> {
          repetitions.element();
          charClass();
        }
        case '(' -> {
          repetitions.open();
          group();
        }
        case ')' -> {
          repetitions.close();
          copy(1);
        }
        case '{' -> {
          excess = excess.or(() -> repetitions.repeat(text, at));
          countCopies();
          copy(1);
        }
        case '*', '+', '?' -> copy(1);
        default -> {
          repetitions.element();
          copy(1);
        }
      }
    }
  }

  private void copy(int length) {
    int end = Math.min(at + length, text.length());
    rewritten.append(text, at, end);
    at = end;
  }

  private void escape(boolean inClass) {
    if (!inClass && text.startsWith("\\Q", at)) {
      int end = text.indexOf("\\E", at);
      copy(end < 0 ? text.length() : end + 2 - at);
      return;
    }
    if (text.startsWith("\\p", at) || text.startsWith("\\P", at)) {
      property(inClass);
    } else {
      copy(at + 1 < text.length() ? 1 + Character.charCount(text.codePointAt(at + 1)) : 1);
    }
  }

  private void property(boolean inClass) {
    int open = at + 2;
    boolean braced = text.startsWith("{", open);
    int close = braced ? text.indexOf('}', open) : open + 1;
    if (close < 0 || open >= text.length()) {
      copy(2);
      return;
    }
    int end = braced ? close + 1 : open + Character.charCount(text.codePointAt(open));
    String name = braced ? text.substring(open + 1, close) : text.substring(open, end);
    boolean negated = text.charAt(at + 1) == 'P';
    if (name.startsWith("^") && braced) {
      negated = !negated;
      name = name.substring(1);
    }
    Optional<UnicodeClass> named = UnicodeClass.named(name);
    if (named.isEmpty() || (inClass && negated && text.contains("(?"))) {
      // Where flags may ask for any case, a complement would take in too much.
      copy(end - at);
      return;
    }
    if (inClass) {
      rewritten.append(negated ? named.get().complement() : named.get().ranges());
    } else {
      rewritten.append(negated ? "[^" : "[").append(named.get().ranges()).append(']');
    }
    at = end;
    changed = true;
  }

  private void charClass() {
    copy(text.startsWith("^", at + 1) ? 2 : 1);
    if (text.startsWith("]", at)) {
      copy(1);
    }
    while (at < text.length() && text.charAt(at) != ']') {
      int posixEnd = text.startsWith("[:", at) ? text.indexOf(":]", at + 2) : -1;
      if (posixEnd >= 0) {
        copy(posixEnd + 2 - at);
      } else if (text.charAt(at) == '\\') {
        escape(true);
      } else {
        copy(1);
      }
    }
    copy(1);
  }

  private void group() {
    if (!text.startsWith("(?", at)) {
      names.add(null);
      copy(1);
      return;
    }
    int nameStart = text.startsWith("(?P<", at) ? at + 4 : text.startsWith("(?<", at) ? at + 3 : -1;
    int nameEnd = nameStart < 0 ? -1 : text.indexOf('>', nameStart);
    if (nameEnd < 0) {
      copy(2);
      return;
    }
    String name = text.substring(nameStart, nameEnd);
    if (names.contains(name)) {
      rewritten.append('(');
      at = nameEnd + 1;
      changed = true;
    } else {
      copy(nameEnd + 1 - at);
    }
    names.add(name);
  }

  /** Takes account of {@code {3}}, {@code {3,}} and {@code {3,5}}. */
  private void countCopies() {
    int most = 1;
    int number = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        number = Math.min(number * 10 + c - '0', Repetitions.MAX_COPIES);
      } else if (c == ',' || c == '}') {
        most = Math.max(most, number);
        number = 0;
      }
      if (c == '}') {
        copies = Math.min(copies * most, Repetitions.MAX_COPIES);
      }
      if ((c < '0' || c > '9') && c != ',') {
        return;
      }
    }
  }
}
