package io.agentsrender.gotemplate.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows how many copies nested repetitions ask for, as {@code ((a{10}){20})} asks for 200. Go
 * refuses more than 1000 (regexp/syntax, repeatIsValid); re2j would make them all.
 */
final class Repetitions {
  /** The most copies of one part. */
  static final int MAX_COPIES = 1000;

  /** Zeros in front make literal text of it. */
  private static final Pattern COUNTED =
      Pattern.compile("\\{(0|[1-9]\\d*)(,(0|[1-9]\\d*)?)?\\}\\??");

  private static final int MAX_DIGITS = 4;

  /** For each open group, the copies of its most repeated part so far. */
  private final Deque<Long> outer = new ArrayDeque<>();

  /** The copies of the most repeated part of the group at hand, and of the element just read. */
  private long group;

  private long element;

  /** A character or class. */
  void element() {
    group = Math.max(group, element);
    element = 0;
  }

  void open() {
    element();
    outer.push(group);
    group = 0;
  }

  void close() {
    element();
    element = group;
    group = outer.isEmpty() ? 0 : outer.pop();
  }

  /**
   * Takes the counted repetition that starts at a brace.
   *
   * @return its text where it asks for too many copies
   */
  Optional<String> repeat(String expression, int at) {
    Matcher counted = COUNTED.matcher(expression).region(at, expression.length());
    if (!counted.lookingAt()) {
      element();
      return Optional.empty();
    }
    long least = count(counted.group(1));
    long most = counted.group(2) == null ? least : count(counted.group(3));
    long copies = most < 0 ? least : most;
    if (copies > 0) {
      element = copies * Math.max(element, 1);
    } else if (most == 0) {
      element = 0;
    }
    return Math.max(least, most) >= 2 && element > MAX_COPIES
        ? Optional.of(counted.group())
        : Optional.empty();
  }

  /** Negative without a number. */
  private static long count(@Nullable String digits) {
    if (digits == null) {
      return -1;
    }
    return digits.length() > MAX_DIGITS ? MAX_COPIES + 1 : Long.parseLong(digits);
  }
}
