package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One condition of a label selector (k8s.io/apimachinery/pkg/labels). */
record Requirement(String key, Operator operator, Set<String> values) {

  enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GREATER,
    LESS
  }

  Requirement {
    QualifiedName.requireKey(key);
    if (operator == Operator.GREATER || operator == Operator.LESS) {
      values.forEach(Requirement::requireNumber);
    }
    values.forEach(value -> QualifiedName.requireValue(key, value));
  }

  private static void requireNumber(String value) {
    if (number(value) == null) {
      throw BuildFailure.of("for 'Gt', 'Lt' operators, the value must be an integer");
    }
  }

  boolean matches(Map<String, String> labels) {
    String value = labels.get(key);
    return switch (operator) {
      case IN -> value != null && values.contains(value);
      case NOT_IN -> value == null || !values.contains(value);
      case EXISTS -> value != null;
      case DOES_NOT_EXIST -> value == null;
      case GREATER, LESS -> value != null && compares(value);
    };
  }

  private boolean compares(String value) {
    Long have = number(value);
    Long limit = number(values.iterator().next());
    if (have == null || limit == null) {
      return false;
    }
    return operator == Operator.GREATER ? have > limit : have < limit;
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
