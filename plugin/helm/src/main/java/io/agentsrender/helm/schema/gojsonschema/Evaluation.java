package io.agentsrender.helm.schema.gojsonschema;

import com.google.re2j.Pattern;
import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.JsonType;
import io.agentsrender.helm.schema.json.SchemaException;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies schemas to values (gojsonschema/validation.go, validateRecursive). */
final class Evaluation {
  /**
   * Far above what values and schemas of real charts need, far below what a thread's stack holds.
   */
  private static final int DEEPEST = 500;

  private final Meter meter;
  private int depth;

  Evaluation(Meter meter) {
    this.meter = meter;
  }

  Result check(Subschema schema, @Nullable Object value) {
    return separately(schema, value, List.of());
  }

  private Result separately(Subschema schema, @Nullable Object value, List<String> path) {
    Result result = new Result();
    check(schema, value, path, result);
    return result;
  }

  private void check(Subschema schema, @Nullable Object value, List<String> path, Result result) {
    meter.step();
    if (++depth > DEEPEST) {
      throw SchemaException.notSupported(
          "values and schemas that nest deeper than " + DEEPEST + " levels");
    }
    checkWithin(schema, value, path, result);
    depth--;
  }

  private void checkWithin(
      Subschema schema, @Nullable Object value, List<String> path, Result result) {
    if (schema.passes != null) {
      if (!schema.passes) {
        result.fail(path, "False always fails validation");
      }
      return;
    }
    if (schema.reference != null) {
      check(schema.reference, value, path, result);
      return;
    }
    if (!isOfType(schema.types, value)) {
      String expected = schema.types.stream().map(JsonType::word).collect(Collectors.joining(","));
      result.fail(
          path,
          "Invalid type. Expected: %s, given: %s"
              .formatted(
                  schema.types.size() == 1 ? expected : "[" + expected + "]", typeName(value)));
      return;
    }
    checkLogic(schema, value, path, result);
    if (value instanceof ExactNumber number) {
      NumberAndText.check(schema, number, path, result);
    }
    if (value instanceof List<?> array) {
      checkArray(schema, array, path, result);
    }
    if (value instanceof Map<?, ?> object) {
      checkObject(schema, object, path, result);
    }
    checkValue(schema, value, path, result);
    if (value instanceof String text) {
      NumberAndText.check(schema, text, path, result);
    }
    if (value instanceof Map<?, ?> object) {
      schema.properties.forEach((name, property) -> {
        if (object.containsKey(name)) {
          check(property, object.get(name), inside(path, name), result);
        }
      });
    }
    result.pass();
  }

  private static boolean isOfType(Set<JsonType> types, @Nullable Object value) {
    return types.isEmpty()
        || types.contains(JsonType.of(value))
        || value instanceof ExactNumber number
            && number.isInteger()
            && types.contains(JsonType.INTEGER);
  }

  private static String typeName(@Nullable Object value) {
    boolean whole = value instanceof ExactNumber number && number.isInteger();
    return (whole ? JsonType.INTEGER : JsonType.of(value)).word();
  }

  private static List<String> inside(List<String> path, String token) {
    List<String> inner = new ArrayList<>(path.size() + 1);
    inner.addAll(path);
    inner.add(token);
    return inner;
  }

  private void checkLogic(
      Subschema schema, @Nullable Object value, List<String> path, Result result) {
    if (!schema.anyOf.isEmpty()) {
      checkAnyOf(schema, value, path, result);
    }
    if (!schema.oneOf.isEmpty()) {
      checkOneOf(schema, value, path, result);
    }
    boolean all = true;
    for (Subschema inner : schema.allOf) {
      Result each = separately(inner, value, path);
      all &= each.isValid();
      result.merge(each);
    }
    if (!all) {
      result.fail(path, "Must validate all the schemas (allOf)");
    }
    if (schema.not != null && separately(schema.not, value, path).isValid()) {
      result.fail(path, "Must not validate the schema (not)");
    }
    if (value instanceof Map<?, ?> object) {
      checkDependencies(schema, object, path, result);
    }
    if (schema.condition != null) {
      checkCondition(schema.condition, schema, value, path, result);
    }
    result.pass();
  }

  private void checkAnyOf(
      Subschema schema, @Nullable Object value, List<String> path, Result result) {
    Result best = null;
    for (Subschema inner : schema.anyOf) {
      Result each = separately(inner, value, path);
      if (each.isValid()) {
        return;
      }
      best = best == null || each.score() > best.score() ? each : best;
    }
    result.fail(path, "Must validate at least one schema (anyOf)");
    if (best != null) {
      result.merge(best);
    }
  }

  private void checkOneOf(
      Subschema schema, @Nullable Object value, List<String> path, Result result) {
    Result best = null;
    int valid = 0;
    for (Subschema inner : schema.oneOf) {
      Result each = separately(inner, value, path);
      if (each.isValid()) {
        valid++;
      } else if (valid == 0) {
        best = best == null || each.score() > best.score() ? each : best;
      }
    }
    if (valid != 1) {
      result.fail(path, "Must validate one and only one schema (oneOf)");
      if (valid == 0 && best != null) {
        result.merge(best);
      }
    }
  }

  private void checkDependencies(
      Subschema schema, Map<?, ?> object, List<String> path, Result result) {
    for (Object key : object.keySet()) {
      for (String name : schema.dependentNames.getOrDefault(key, List.of())) {
        if (!object.containsKey(name)) {
          result.fail(path, "Has a dependency on " + name);
        }
      }
      Subschema dependent = schema.dependentSchemas.get(key);
      if (dependent != null) {
        check(dependent, object, path, result);
      }
    }
  }

  private void checkCondition(
      Subschema condition,
      Subschema schema,
      @Nullable Object value,
      List<String> path,
      Result result) {
    boolean holds = separately(condition, value, path).isValid();
    Subschema next = holds ? schema.then : schema.otherwise;
    if (next == null) {
      return;
    }
    Result each = separately(next, value, path);
    if (!each.isValid()) {
      result.fail(
          path,
          holds
              ? "Must validate \"then\" as \"if\" was valid"
              : "Must validate \"else\" as \"if\" was not valid");
      result.merge(each);
    }
  }

  private static void checkValue(
      Subschema schema, @Nullable Object value, List<String> path, Result result) {
    if (schema.constant != null && !CanonicalJson.of(value).equals(schema.constant)) {
      result.fail(path, Failure.field(path) + " does not match: " + schema.constant);
    }
    if (!schema.enumeration.isEmpty() && !schema.enumeration.contains(CanonicalJson.of(value))) {
      String allowed = String.join(", ", schema.enumeration);
      result.fail(path, Failure.field(path) + " must be one of the following: " + allowed);
    }
    result.pass();
  }

  private void checkArray(Subschema schema, List<?> array, List<String> path, Result result) {
    for (int i = 0; i < array.size(); i++) {
      Subschema item = i < schema.firstItems.size() ? schema.firstItems.get(i) : schema.items;
      item = item == null && !schema.firstItems.isEmpty() ? schema.additionalItems : item;
      if (item != null) {
        result.merge(separately(item, array.get(i), inside(path, Integer.toString(i))));
      }
    }
    boolean tooMany = !schema.firstItems.isEmpty() && array.size() > schema.firstItems.size();
    if (tooMany && !schema.additionalItemsAllowed) {
      result.fail(path, "No additional items allowed on array");
    }
    if (schema.minItems != null && array.size() < schema.minItems) {
      result.fail(path, "Array must have at least " + schema.minItems + " items");
    }
    if (schema.maxItems != null && array.size() > schema.maxItems) {
      result.fail(path, "Array must have at most " + schema.maxItems + " items");
    }
    if (schema.uniqueItems) {
      checkUnique(array, path, result);
    }
    if (schema.contains != null) {
      checkContains(schema.contains, array, path, result);
    }
    result.pass();
  }

  private static void checkUnique(List<?> array, List<String> path, Result result) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      Integer before = seen.put(CanonicalJson.of(array.get(i)), i);
      if (before != null) {
        result.fail(path, "array items[" + before + "," + i + "] must be unique");
      }
    }
  }

  private void checkContains(Subschema contained, List<?> array, List<String> path, Result result) {
    Result best = null;
    for (int i = 0; i < array.size(); i++) {
      Result each = separately(contained, array.get(i), inside(path, Integer.toString(i)));
      if (each.isValid()) {
        return;
      }
      best = best == null || each.score() > best.score() ? each : best;
    }
    result.fail(path, "At least one of the items must match");
    if (best != null) {
      result.merge(best);
    }
  }

  private void checkObject(Subschema schema, Map<?, ?> object, List<String> path, Result result) {
    if (schema.minProperties != null && object.size() < schema.minProperties) {
      result.fail(path, "Must have at least " + schema.minProperties + " properties");
    }
    if (schema.maxProperties != null && object.size() > schema.maxProperties) {
      result.fail(path, "Must have at most " + schema.maxProperties + " properties");
    }
    for (String name : schema.required) {
      if (object.containsKey(name)) {
        result.pass();
      } else {
        result.fail(path, name + " is required");
      }
    }
    object.forEach((name, value) -> checkMember(schema, (String) name, value, path, result));
    if (schema.propertyNames != null) {
      for (Object name : object.keySet()) {
        Result each = separately(schema.propertyNames, name, path);
        if (!each.isValid()) {
          result.fail(path, "Property name of \"" + name + "\" does not match");
          result.merge(each);
        }
      }
    }
    result.pass();
  }

  private void checkMember(
      Subschema schema, String name, @Nullable Object value, List<String> path, Result result) {
    boolean matched = false;
    for (Map.Entry<Pattern, Subschema> pattern : schema.patternProperties.entrySet()) {
      if (pattern.getKey().matcher(name).find()) {
        matched = true;
        result.merge(separately(pattern.getValue(), value, inside(path, name)));
      }
    }
    if (matched) {
      result.pass();
    } else if (!schema.properties.containsKey(name)) {
      if (!schema.additionalPropertiesAllowed) {
        result.fail(path, "Additional property " + name + " is not allowed");
      } else if (schema.additionalProperties != null) {
        result.merge(separately(schema.additionalProperties, value, inside(path, name)));
      }
    }
  }
}
