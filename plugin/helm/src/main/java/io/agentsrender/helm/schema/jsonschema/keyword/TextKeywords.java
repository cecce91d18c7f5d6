package io.agentsrender.helm.schema.jsonschema.keyword;

import com.google.re2j.Pattern;

/** Demands on strings. */
public final class TextKeywords {
  private TextKeywords() {}

  /**
   * @param wanted in code points
   */
  public static Keyword minLength(int wanted) {
    return evaluation -> {
      if (evaluation.value() instanceof String text && length(text) < wanted) {
        evaluation.fail("minLength: " + ObjectKeywords.gotAndWant(length(text), wanted));
      }
      return true;
    };
  }

  /**
   * @param wanted in code points
   */
  public static Keyword maxLength(int wanted) {
    return evaluation -> {
      if (evaluation.value() instanceof String text && length(text) > wanted) {
        evaluation.fail("maxLength: " + ObjectKeywords.gotAndWant(length(text), wanted));
      }
      return true;
    };
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  public static Keyword pattern(Pattern pattern) {
    return evaluation -> {
      if (evaluation.value() instanceof String text && !pattern.matcher(text).find()) {
        evaluation.fail(
            Wording.quoted(text) + " does not match pattern " + Wording.quoted(pattern.pattern()));
      }
      return true;
    };
  }
}
