package io.agentsrender.kustomize.node.path;

import java.util.OptionalInt;

/** Whole numbers as Go's strconv.Atoi reads them: a sign and decimal digits. */
public final class Integers {
  private Integers() {}

  public static OptionalInt parse(String text) {
    int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == digits || text.length() > 11) {
      return OptionalInt.empty();
    }
    for (int i = digits; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return OptionalInt.empty();
      }
    }
    long value = Long.parseLong(text);
    return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
  }
}
