package io.agentsrender.kustomize.node.path;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.kustomize.failure.BuildFailure;

/** A regular expression as Go takes it: RE2, in time that grows with the text only. */
public final class GoRegex {
  private final Pattern pattern;

  private GoRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws BuildFailure {@code error parsing regexp: ...}
   */
  public static GoRegex compile(String expression) {
    try {
      return new GoRegex(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw BuildFailure.of(e.getMessage() == null ? "error parsing regexp" : e.getMessage())
          .withAdvice(
              "Regular expressions are those of RE2: https://github.com/google/re2/wiki/Syntax");
    }
  }

  /** An expression that must fit the whole text. */
  public static GoRegex anchored(String expression) {
    return compile("^(?:" + expression + ")$");
  }

  public boolean isFoundIn(String text) {
    return pattern.matcher(text).find();
  }
}
