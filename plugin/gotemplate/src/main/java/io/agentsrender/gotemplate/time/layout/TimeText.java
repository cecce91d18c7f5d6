package io.agentsrender.gotemplate.time.layout;

import java.util.List;

/** The text of a time, taken apart from its start. */
public final class TimeText {
  private static final int MAX_DIGITS = 9;

  private final String text;
  private int at;

  /** The text does not have what the layout asks for. */
  public static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;

    public Mismatch() {
      super(null, null, false, false);
    }
  }

  public TimeText(String text) {
    this.text = text;
  }

  public String rest() {
    return text.substring(at);
  }

  public boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  /** Takes text that must be there; a run of spaces stands for any number of them. */
  public boolean skip(String prefix) {
    for (int i = 0; i < prefix.length(); ) {
      if (prefix.charAt(i) == ' ') {
        if (at < text.length() && text.charAt(at) != ' ') {
          return false;
        }
        while (i < prefix.length() && prefix.charAt(i) == ' ') {
          i++;
        }
        skipSpaces(Integer.MAX_VALUE);
      } else if (at < text.length() && text.charAt(at) == prefix.charAt(i)) {
        i++;
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  public void skipSpaces(int most) {
    for (int i = 0; i < most && at < text.length() && text.charAt(at) == ' '; i++) {
      at++;
    }
  }

  public String take(int length) throws Mismatch {
    if (length == 0 || at + length > text.length()) {
      throw new Mismatch();
    }
    at += length;
    return text.substring(at - length, at);
  }

  /** One or two digits; exactly two where {@code fixed}. */
  public int twoDigits(boolean fixed) throws Mismatch {
    int digits = digitsAhead(2);
    if (digits == 0 || (fixed && digits != 2)) {
      throw new Mismatch();
    }
    return number(take(digits));
  }

  /** One to three digits; exactly three where {@code fixed}. */
  public int threeDigits(boolean fixed) throws Mismatch {
    int digits = digitsAhead(3);
    if (digits == 0 || (fixed && digits != 3)) {
      throw new Mismatch();
    }
    return number(take(digits));
  }

  public int fourDigits() throws Mismatch {
    if (digitsAhead(1) == 0) {
      throw new Mismatch();
    }
    return number(take(4));
  }

  private int digitsAhead(int most) {
    int count = 0;
    while (count < most && isDigit(at + count)) {
      count++;
    }
    return count;
  }

  private boolean isDigit(int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  /** The index of the name that comes next, in any case. */
  public int name(List<String> names, boolean shortened) throws Mismatch {
    for (int i = 0; i < names.size(); i++) {
      String name = shortened ? Names.shortened(names.get(i)) : names.get(i);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return i;
      }
    }
    throw new Mismatch();
  }

  /** Whether a point or comma comes next, with a digit after it. */
  public boolean startsWithFraction() {
    return at < text.length()
        && (text.charAt(at) == '.' || text.charAt(at) == ',')
        && isDigit(at + 1);
  }

  /** The length of the fraction that comes next, with its point. */
  public int fractionLength() {
    int length = 1;
    while (isDigit(at + length)) {
      length++;
    }
    return length;
  }

  /** Digits, perhaps with a sign (time/format.go, atoi). */
  public static int number(String digits) throws Mismatch {
    int from = digits.startsWith("+") || digits.startsWith("-") ? 1 : 0;
    int value = 0;
    for (int i = from; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || i - from >= MAX_DIGITS) {
        throw new Mismatch();
      }
      value = value * 10 + c - '0';
    }
    return digits.startsWith("-") ? -value : value;
  }

  public static int twoFixed(String digits) throws Mismatch {
    if (!Character.isDigit(digits.charAt(0)) || !Character.isDigit(digits.charAt(1))) {
      throw new Mismatch();
    }
    return number(digits);
  }
}
