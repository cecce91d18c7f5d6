package io.agentsrender.helm.schema.gojsonschema;

import io.agentsrender.helm.schema.json.ExactNumber;
import io.agentsrender.helm.schema.json.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keywords of one schema object, taken out as the types they must be of. */
record KeywordTypes(Map<?, ?> schema) {

  static SchemaException wrong(String expected, String given) {
    return new SchemaException("Invalid type. Expected: " + expected + ", given: " + given);
  }

  boolean has(String keyword) {
    return schema.containsKey(keyword);
  }

  @Nullable Object value(String keyword) {
    return schema.get(keyword);
  }

  boolean isSchema(String keyword) {
    return value(keyword) instanceof Map<?, ?> || value(keyword) instanceof Boolean;
  }

  Optional<String> text(String keyword) {
    if (!has(keyword)) {
      return Optional.empty();
    }
    if (!(value(keyword) instanceof String text)) {
      throw wrong("string", keyword);
    }
    return Optional.of(text);
  }

  Map<?, ?> requiredObject(String keyword, String refusal) {
    if (!has(keyword)) {
      return Map.of();
    }
    if (!(value(keyword) instanceof Map<?, ?> object)) {
      throw new SchemaException(refusal);
    }
    return object;
  }

  List<?> array(String keyword) {
    if (!has(keyword)) {
      return List.of();
    }
    if (!(value(keyword) instanceof List<?> array)) {
      throw new SchemaException(keyword + " must be of an array");
    }
    return array;
  }

  void schemaOrSwitch(String keyword, Consumer<Boolean> onSwitch, Consumer<Object> onSchema) {
    if (!has(keyword)) {
      return;
    }
    if (value(keyword) instanceof Boolean allowed) {
      onSwitch.accept(allowed);
    } else if (value(keyword) instanceof Map<?, ?> inner) {
      onSchema.accept(inner);
    } else {
      throw wrong("boolean/valid schema", keyword);
    }
  }

  @Nullable ExactNumber number(String keyword) {
    if (!has(keyword)) {
      return null;
    }
    if (!(value(keyword) instanceof ExactNumber number)) {
      throw new SchemaException(keyword + " must be of a number");
    }
    return number;
  }

  @Nullable Long count(String keyword) {
    if (!has(keyword)) {
      return null;
    }
    Optional<Long> count =
        value(keyword) instanceof ExactNumber number ? wholeNumber(number) : Optional.empty();
    if (count.isEmpty()) {
      throw new SchemaException(keyword + " must be of an integer");
    }
    if (count.get() < 0) {
      throw new SchemaException(keyword + " must be greater than or equal to 0");
    }
    return count.get();
  }

  /** Only what is written as a whole number: 1.0 is refused, though it is an integer elsewhere. */
  private static Optional<Long> wholeNumber(ExactNumber number) {
    try {
      return Optional.of(Long.parseLong(number.toString()));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  /**
   * Whether the keyword is the switch of draft 4 and is on. Numbers are the bounds of later drafts.
   */
  boolean isExclusive(String keyword, String bound, Draft draft) {
    if (!has(keyword)) {
      return false;
    }
    boolean switchAllowed = draft == Draft.DRAFT_4 || draft == Draft.HYBRID;
    boolean numberAllowed = draft != Draft.DRAFT_4;
    if (switchAllowed && value(keyword) instanceof Boolean exclusive) {
      if (!(value(bound) instanceof ExactNumber)) {
        throw new SchemaException(keyword + " cannot be used without " + bound);
      }
      return exclusive;
    }
    if (!numberAllowed || !(value(keyword) instanceof ExactNumber)) {
      String expected = !numberAllowed ? "boolean" : switchAllowed ? "boolean/number" : "number";
      throw wrong(expected, keyword);
    }
    return false;
  }
}
