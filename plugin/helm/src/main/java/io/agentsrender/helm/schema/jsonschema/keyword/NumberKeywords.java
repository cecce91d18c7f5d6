package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.ExactNumber;
import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** Demands on numbers. They are computed with exactly, never as floating point. */
public final class NumberKeywords {
  private NumberKeywords() {}

  public static Keyword minimum(ExactNumber wanted) {
    return compared("minimum", wanted, order -> order >= 0);
  }

  public static Keyword maximum(ExactNumber wanted) {
    return compared("maximum", wanted, order -> order <= 0);
  }

  public static Keyword exclusiveMinimum(ExactNumber wanted) {
    return compared("exclusiveMinimum", wanted, order -> order > 0);
  }

  public static Keyword exclusiveMaximum(ExactNumber wanted) {
    return compared("exclusiveMaximum", wanted, order -> order < 0);
  }

  private static Keyword compared(String name, ExactNumber wanted, IntPredicate allowed) {
    return evaluation -> {
      if (evaluation.value() instanceof ExactNumber number
          && !allowed.test(number.value().compareTo(wanted.value()))) {
        evaluation.fail(gotAndWant(name, number, wanted));
      }
      return true;
    };
  }

  public static Keyword multipleOf(ExactNumber wanted) {
    return evaluation -> {
      if (evaluation.value() instanceof ExactNumber number && !isMultiple(number, wanted)) {
        evaluation.fail(gotAndWant("multipleOf", number, wanted));
      }
      return true;
    };
  }

  private static boolean isMultiple(ExactNumber number, ExactNumber of) {
    return number.value().remainder(of.value()).compareTo(BigDecimal.ZERO) == 0;
  }

  private static String gotAndWant(String name, ExactNumber got, ExactNumber wanted) {
    return name + ": got " + Wording.number(got) + ", want " + Wording.number(wanted);
  }
}
