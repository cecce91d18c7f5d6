package io.agentsrender.yaml.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which go-yaml writes the keys of a map (sorter.go): letters behind everything else,
 * numbers inside of keys by their value.
 */
final class KeyOrder {
  private final boolean isV3;

  KeyOrder(boolean isV3) {
    this.isV3 = isV3;
  }

  /**
   * Sorts by merging. The order is not transitive: {@code v1beta1} comes before {@code v2}, that
   * before {@code v10}, and that before {@code v1beta1}. Go writes such keys in another order each
   * time; here they have one, since they are put in the order of their characters first. The sort
   * of the JDK would refuse them.
   */
  List<String> sorted(Collection<String> keys) {
    List<String> sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.naturalOrder());
    if (areWords(sorted)) {
      return sorted;
    }
    for (int width = 1; width < sorted.size(); width *= 2) {
      List<String> merged = new ArrayList<>(sorted.size());
      for (int from = 0; from < sorted.size(); from += 2 * width) {
        int middle = Math.min(from + width, sorted.size());
        int to = Math.min(middle + width, sorted.size());
        int left = from;
        int right = middle;
        while (left < middle || right < to) {
          boolean takeRight =
              left == middle || right < to && isLess(sorted.get(right), sorted.get(left));
          merged.add(sorted.get(takeRight ? right++ : left++));
        }
      }
      sorted = merged;
    }
    return sorted;
  }

  /** Whether there are letters of ASCII only, whose order is that of the characters. */
  private static boolean areWords(List<String> keys) {
    for (String key : keys) {
      for (int i = 0; i < key.length(); i++) {
        int c = key.charAt(i) | 0x20;
        if (c < 'a' || c > 'z') {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether {@code a} comes before {@code b}. */
  boolean isLess(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int at = 0;
    while (at < length && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at > 0 && at < length && Character.isLowSurrogate(a.charAt(at))) {
      at--;
    }
    if (at == length) {
      return a.length() < b.length();
    }
    int left = a.codePointAt(at);
    int right = b.codePointAt(at);
    boolean leftLetter = Character.isLetter(left);
    boolean rightLetter = Character.isLetter(right);
    if (leftLetter && rightLetter) {
      return left < right;
    }
    if (leftLetter || rightLetter) {
      boolean afterDigits = isV3 && at > 0 && Character.isDigit(a.codePointBefore(at));
      return afterDigits ? leftLetter : rightLetter;
    }
    return isNumberLess(a, b, at, left, right);
  }

  private static boolean isNumberLess(String a, String b, int at, int left, int right) {
    long leftNumber = 0;
    if ((left == '0' || right == '0') && followsDigitsOtherThanZero(a, at)) {
      leftNumber = 1;
    }
    long rightNumber = leftNumber;
    int leftEnd = at;
    while (leftEnd < a.length() && Character.isDigit(a.codePointAt(leftEnd))) {
      int c = a.codePointAt(leftEnd);
      leftNumber = leftNumber * 10 + (c - '0');
      leftEnd += Character.charCount(c);
    }
    int rightEnd = at;
    while (rightEnd < b.length() && Character.isDigit(b.codePointAt(rightEnd))) {
      int c = b.codePointAt(rightEnd);
      rightNumber = rightNumber * 10 + (c - '0');
      rightEnd += Character.charCount(c);
    }
    if (leftNumber != rightNumber) {
      return leftNumber < rightNumber;
    }
    return leftEnd != rightEnd ? leftEnd < rightEnd : left < right;
  }

  private static boolean followsDigitsOtherThanZero(String text, int at) {
    for (int i = at; i > 0; ) {
      int c = text.codePointBefore(i);
      if (!Character.isDigit(c)) {
        return false;
      }
      if (c != '0') {
        return true;
      }
      i -= Character.charCount(c);
    }
    return false;
  }
}
