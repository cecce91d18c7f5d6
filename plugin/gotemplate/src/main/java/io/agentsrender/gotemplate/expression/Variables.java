package io.agentsrender.gotemplate.expression;

import java.util.ArrayList;
import java.util.List;

/** The variables of a template: their names by number, and how many there can be at one time. */
public final class Variables {
  /** The number of {@code $}. */
  static final int ROOT = 0;

  private final List<String> names = new ArrayList<>(List.of("$"));
  private int declarations = 1;

  /** The number of a name, a new one if it has none yet. */
  int number(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  /** Counts declarations, of which each makes one variable more at most. */
  void count(int declared) {
    declarations += declared;
  }

  String name(int number) {
    return names.get(number);
  }

  /** The most variables that there can be at one time. */
  int most() {
    return declarations;
  }
}
