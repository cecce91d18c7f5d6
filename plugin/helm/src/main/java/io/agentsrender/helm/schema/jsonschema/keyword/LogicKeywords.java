package io.agentsrender.helm.schema.jsonschema.keyword;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas that are put together from others. */
public final class LogicKeywords {
  private LogicKeywords() {}

  public static Keyword not(Subschema schema) {
    return evaluation -> {
      if (evaluation.same(schema) == null) {
        evaluation.fail("'not' failed");
      }
      return true;
    };
  }

  public static Keyword allOf(List<Subschema> schemas) {
    return evaluation -> {
      List<Failure> failures = new ArrayList<>();
      for (Subschema schema : schemas) {
        Failure failure = evaluation.same(schema);
        if (failure != null) {
          failures.add(failure);
        }
      }
      if (!failures.isEmpty()) {
        evaluation.fail("'allOf' failed", failures);
      }
      return true;
    };
  }

  public static Keyword anyOf(List<Subschema> schemas) {
    return evaluation -> {
      List<Failure> failures = new ArrayList<>();
      boolean matched = false;
      for (Subschema schema : schemas) {
        Failure failure = evaluation.same(schema);
        if (failure != null) {
          failures.add(failure);
        } else {
          matched = true;
          // The others matter only to those who ask for what no schema has looked at.
          if (evaluation.unevaluated().isEmpty()) {
            break;
          }
        }
      }
      if (!matched) {
        evaluation.fail("'anyOf' failed", failures);
      }
      return true;
    };
  }

  public static Keyword oneOf(List<Subschema> schemas) {
    return evaluation -> {
      List<Failure> failures = new ArrayList<>();
      int matched = -1;
      for (int i = 0; i < schemas.size(); i++) {
        Failure failure = evaluation.same(schemas.get(i));
        if (failure != null) {
          failures.add(failure);
        } else if (matched < 0) {
          matched = i;
        } else {
          evaluation.fail(
              "'oneOf' failed, subschemas %s, %s matched"
                  .formatted(Wording.number(matched), Wording.number(i)));
          return true;
        }
      }
      if (matched < 0) {
        evaluation.fail("'oneOf' failed, none matched", failures);
      }
      return true;
    };
  }

  public static Keyword conditional(
      Subschema condition, @Nullable Subschema then, @Nullable Subschema otherwise) {
    return evaluation -> {
      Subschema next = evaluation.same(condition) == null ? then : otherwise;
      if (next != null) {
        evaluation.add(evaluation.same(next));
      }
      return true;
    };
  }
}
