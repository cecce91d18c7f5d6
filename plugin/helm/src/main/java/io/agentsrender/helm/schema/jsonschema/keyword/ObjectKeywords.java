package io.agentsrender.helm.schema.jsonschema.keyword;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Demands on objects. */
public final class ObjectKeywords {
  private ObjectKeywords() {}

  /** A demand on objects alone, whose breach leaves the other keywords in force. */
  private interface ObjectKeyword extends Keyword {
    void check(Evaluation evaluation, Map<?, ?> object);

    @Override
    default boolean check(Evaluation evaluation) {
      if (evaluation.value() instanceof Map<?, ?> object) {
        check(evaluation, object);
      }
      return true;
    }
  }

  private static Keyword onObjects(ObjectKeyword keyword) {
    return keyword;
  }

  public static Keyword minProperties(int wanted) {
    return onObjects((evaluation, object) -> {
      if (object.size() < wanted) {
        evaluation.fail("minProperties: " + gotAndWant(object.size(), wanted));
      }
    });
  }

  public static Keyword maxProperties(int wanted) {
    return onObjects((evaluation, object) -> {
      if (object.size() > wanted) {
        evaluation.fail("maxProperties: " + gotAndWant(object.size(), wanted));
      }
    });
  }

  static String gotAndWant(int got, int wanted) {
    return "got " + Wording.number(got) + ", want " + Wording.number(wanted);
  }

  public static Keyword required(List<String> names) {
    return onObjects((evaluation, object) -> {
      List<String> missing = missing(object, names);
      if (!missing.isEmpty()) {
        String noun = missing.size() == 1 ? "missing property " : "missing properties ";
        evaluation.fail(noun + Wording.quoted(missing));
      }
    });
  }

  /** {@code dependentRequired}, and {@code dependencies} where they are lists of names. */
  public static Keyword dependentRequired(String trigger, List<String> names) {
    return onObjects((evaluation, object) -> {
      List<String> missing = object.containsKey(trigger) ? missing(object, names) : List.of();
      if (!missing.isEmpty()) {
        evaluation.fail(
            "properties %s required, if %s exists"
                .formatted(Wording.quoted(missing), Wording.quoted(trigger)));
      }
    });
  }

  /** {@code dependentSchemas}, and {@code dependencies} where they are schemas. */
  public static Keyword dependentSchema(String trigger, Subschema schema) {
    return onObjects((evaluation, object) -> {
      if (object.containsKey(trigger)) {
        evaluation.add(evaluation.same(schema));
      }
    });
  }

  private static List<String> missing(Map<?, ?> object, List<String> names) {
    return names.stream().filter(name -> !object.containsKey(name)).toList();
  }

  public static Keyword propertyNames(Subschema schema) {
    return onObjects((evaluation, object) -> {
      for (Object key : object.keySet()) {
        String name = (String) key;
        List<Failure> failures = evaluation.name(schema, name);
        if (!failures.isEmpty()) {
          evaluation.failAtRoot("invalid propertyName " + Wording.quoted(name), failures);
        }
      }
    });
  }

  /**
   * What a schema says of an object's members.
   *
   * @param patterns schemas for the members whose names match
   * @param others the schema for members none of the others is for; null where they may be anything
   * @param othersAllowed false for {@code "additionalProperties": false}
   */
  public record Members(
      Map<String, Subschema> properties,
      Map<Pattern, Subschema> patterns,
      @Nullable Subschema others,
      boolean othersAllowed) {

    private boolean namesOthers() {
      return others != null || !othersAllowed;
    }
  }

  public static Keyword members(Members members) {
    return onObjects((evaluation, object) -> {
      List<String> refused = new ArrayList<>();
      object.forEach((key, value) -> {
        String name = (String) key;
        boolean known = checkKnown(evaluation, members, name, value);
        if (!known && members.others() != null) {
          evaluation.add(evaluation.part(members.others(), value, name));
        } else if (!known && !members.othersAllowed()) {
          refused.add(name);
        }
        if (known || members.namesOthers()) {
          evaluation.unevaluated().members().remove(name);
        }
      });
      if (!refused.isEmpty()) {
        evaluation.fail("additional properties " + Wording.quoted(refused) + " not allowed");
      }
    });
  }

  private static boolean checkKnown(
      Evaluation evaluation, Members members, String name, @Nullable Object value) {
    boolean known = false;
    Subschema property = members.properties().get(name);
    if (property != null) {
      known = true;
      evaluation.add(evaluation.part(property, value, name));
    }
    for (Map.Entry<Pattern, Subschema> pattern : members.patterns().entrySet()) {
      if (pattern.getKey().matcher(name).find()) {
        known = true;
        evaluation.add(evaluation.part(pattern.getValue(), value, name));
      }
    }
    return known;
  }

  /** To be checked after all others. */
  public static Keyword unevaluatedProperties(Subschema schema) {
    return onObjects((evaluation, object) -> {
      for (String name : List.copyOf(evaluation.unevaluated().members())) {
        evaluation.add(evaluation.part(schema, object.get(name), name));
      }
      evaluation.unevaluated().members().clear();
    });
  }
}
