package io.agentsrender.helm.schema.jsonschema.format;

import io.agentsrender.helm.schema.json.GoQuote;
import java.nio.charset.StandardCharsets;

/** ASCII digits and letters, and the numbers that Go's strconv.Atoi reads. */
final class Digits {
  private Digits() {}

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isHex(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  /** Letters, digits and the hyphen. */
  static boolean isWord(int c) {
    return isDigit(c) || isLetter(c) || c == '-';
  }

  /** How many digits the text begins with. */
  static int leading(String text) {
    int count = 0;
    while (count < text.length() && isDigit(text.charAt(count))) {
      count++;
    }
    return count;
  }

  static int byteLength(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** A whole number, with a sign or without. */
  static long number(String text) throws FormatFault {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String digits = signed ? text.substring(1) : text;
    if (digits.isEmpty() || leading(digits) < digits.length()) {
      throw new FormatFault("strconv.Atoi: parsing " + GoQuote.quote(text) + ": invalid syntax");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException tooLarge) {
      throw new FormatFault(
          "strconv.Atoi: parsing " + GoQuote.quote(text) + ": value out of range");
    }
  }
}
