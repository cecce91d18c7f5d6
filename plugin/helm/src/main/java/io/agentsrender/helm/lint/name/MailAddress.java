package io.agentsrender.helm.lint.name;

import com.google.re2j.Pattern;

/**
 * What the library that Helm asks takes for an address of mail (govalidator, IsEmail): a local part
 * of atoms or in quotes, and a domain of at least two labels of which the last one starts and ends
 * with a letter.
 */
public final class MailAddress {
  private static final String BEYOND_ASCII =
      "\\x{00A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}";

  private static final String LETTER = "[a-zA-Z" + BEYOND_ASCII + "]";
  private static final String LETTER_OR_DIGIT = "[a-zA-Z0-9" + BEYOND_ASCII + "]";
  private static final String ATOM = "[a-zA-Z0-9!#$%&'*+\\-/=?^_`{|}~" + BEYOND_ASCII + "]+";
  private static final String FOLDED_SPACE = "(?:(?:[ \\t]*\\r\\n)?[ \\t]+)?";

  private static final String QUOTED_CHARACTER =
      "(?:[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f!\\x23-\\x5b\\x5d-\\x7e"
          + BEYOND_ASCII
          + "]|\\([\\x01-\\x09\\x0b\\x0c\\x0d-\\x7f]|["
          + BEYOND_ASCII
          + "])";

  /** Each character has a quote before it: so it stands there, whatever was meant. */
  private static final String QUOTED =
      "(?:\"" + FOLDED_SPACE + QUOTED_CHARACTER + ")*" + FOLDED_SPACE + "\"";

  private static final String LABEL =
      label(LETTER_OR_DIGIT, "[a-zA-Z0-9\\-._~" + BEYOND_ASCII + "]");

  private static final String LAST_LABEL = label(LETTER, "[a-zA-Z0-9\\-_~" + BEYOND_ASCII + "]");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:"
              + ATOM
              + "(?:\\."
              + ATOM
              + ")*|"
              + QUOTED
              + ")@(?:"
              + LABEL
              + "\\.)+"
              + LAST_LABEL
              + "\\.?");

  private MailAddress() {}

  private static String label(String end, String inside) {
    return "(?:" + end + "|" + end + inside + "*" + end + ")";
  }

  public static boolean isValid(String text) {
    return ADDRESS.matcher(text).matches();
  }
}
