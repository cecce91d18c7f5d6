package io.agentsrender.gotemplate.value;

import java.util.Arrays;

/**
 * The classes and case mappings of code points as Go's packages unicode and strconv know them:
 * those of Unicode 15.0, while the JDK follows a newer version.
 */
public final class GoUnicode {
  /** First and last of each run of code points that have been assigned since Unicode 15.0. */
  private static final int[] NEWER = {
    0x897, 0x897, 0x1b4e, 0x1b4f, 0x1b7f, 0x1b7f, 0x1c89, 0x1c8a, 0x2427, 0x2429, 0x2ffc, 0x2fff,
    0x31e4, 0x31e5, 0x31ef, 0x31ef, 0xa7cb, 0xa7cd, 0xa7da, 0xa7dc, 0x105c0, 0x105f3, 0x10d40,
    0x10d65, 0x10d69, 0x10d85, 0x10d8e, 0x10d8f, 0x10ec2, 0x10ec4, 0x10efc, 0x10efc, 0x11380,
    0x11389, 0x1138b, 0x1138b, 0x1138e, 0x1138e, 0x11390, 0x113b5, 0x113b7, 0x113c0, 0x113c2,
    0x113c2, 0x113c5, 0x113c5, 0x113c7, 0x113ca, 0x113cc, 0x113d5, 0x113d7, 0x113d8, 0x113e1,
    0x113e2, 0x116d0, 0x116e3, 0x11bc0, 0x11be1, 0x11bf0, 0x11bf9, 0x11f5a, 0x11f5a, 0x13460,
    0x143fa, 0x16100, 0x16139, 0x16d40, 0x16d79, 0x18cff, 0x18cff, 0x1cc00, 0x1ccf9, 0x1cd00,
    0x1ceb3, 0x1e5d0, 0x1e5fa, 0x1e5ff, 0x1e5ff, 0x1f8b2, 0x1f8bb, 0x1f8c0, 0x1f8c1, 0x1fa89,
    0x1fa89, 0x1fa8f, 0x1fa8f, 0x1fabe, 0x1fabe, 0x1fac6, 0x1fac6, 0x1fadc, 0x1fadc, 0x1fadf,
    0x1fadf, 0x1fae9, 0x1fae9, 0x1fbcb, 0x1fbef, 0x2ebf0, 0x2ee5d
  };

  /** Two letters that have got capitals since Unicode 15.0. */
  private static final int LAMBDA_WITH_STROKE = 0x19b;

  private static final int RAMS_HORN = 0x264;

  /** The one character whose category has changed since. */
  private static final int AHOM_VOWEL_A = 0x1171e;

  private GoUnicode() {}

  private static boolean isNewer(int rune) {
    if (rune < NEWER[0]) {
      return false;
    }
    int at = Arrays.binarySearch(NEWER, rune);
    // Between a first and its last, the place to insert is odd.
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  /** The category, as one of the constants of {@link Character}. */
  public static int category(int rune) {
    if (rune == AHOM_VOWEL_A) {
      return Character.NON_SPACING_MARK;
    }
    return isNewer(rune) ? Character.UNASSIGNED : Character.getType(rune);
  }

  /** The script; unknown for what is unassigned. */
  public static Character.UnicodeScript script(int rune) {
    return isNewer(rune) ? Character.UnicodeScript.UNKNOWN : Character.UnicodeScript.of(rune);
  }

  public static boolean isUpper(int rune) {
    return category(rune) == Character.UPPERCASE_LETTER;
  }

  public static boolean isLower(int rune) {
    return category(rune) == Character.LOWERCASE_LETTER;
  }

  public static boolean isTitle(int rune) {
    return category(rune) == Character.TITLECASE_LETTER;
  }

  public static boolean isLetter(int rune) {
    return Character.isLetter(rune) && !isNewer(rune);
  }

  /** Whether it is a decimal digit. */
  public static boolean isDigit(int rune) {
    return category(rune) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /** Whether it is a number of any sort: digits, Roman numerals, fractions. */
  public static boolean isNumber(int rune) {
    return switch (category(rune)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  public static boolean isPunct(int rune) {
    return isPunctuation(category(rune));
  }

  /** Whether it is white space; unlike Java's, with the no-break spaces. */
  public static boolean isSpace(int rune) {
    return (rune >= '\t' && rune <= '\r') || rune == 0x85 || Character.isSpaceChar(rune);
  }

  /** Whether {@code %q} shows it as it is ({@code strconv.IsPrint}). */
  public static boolean isPrint(int rune) {
    if (rune < 0x7f) {
      return rune >= ' ';
    }
    int category = category(rune);
    return switch (category) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> isPunctuation(category);
    };
  }

  private static boolean isPunctuation(int category) {
    return switch (category) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  public static int toUpper(int rune) {
    return hasNewCapital(rune) ? rune : Character.toUpperCase(rune);
  }

  public static int toTitle(int rune) {
    return hasNewCapital(rune) ? rune : Character.toTitleCase(rune);
  }

  public static int toLower(int rune) {
    return isNewer(rune) ? rune : Character.toLowerCase(rune);
  }

  private static boolean hasNewCapital(int rune) {
    return rune == LAMBDA_WITH_STROKE || rune == RAMS_HORN || isNewer(rune);
  }
}
