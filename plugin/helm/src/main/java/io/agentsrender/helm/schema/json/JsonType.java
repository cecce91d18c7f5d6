package io.agentsrender.helm.schema.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of JSON values, in the order in which santhosh-tekuri/jsonschema lists them. */
public enum JsonType {
  NULL,
  BOOLEAN,
  NUMBER,
  /** Only in schemas: a value is a number, be it whole or not. */
  INTEGER,
  STRING,
  ARRAY,
  OBJECT;

  private final String word = name().toLowerCase(Locale.ROOT);

  public static JsonType of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Boolean ignored -> BOOLEAN;
      case ExactNumber ignored -> NUMBER;
      case String ignored -> STRING;
      case List<?> ignored -> ARRAY;
      case Map<?, ?> ignored -> OBJECT;
      default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    };
  }

  public static Optional<JsonType> ofWord(String word) {
    for (JsonType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The type as schemas write it. */
  public String word() {
    return word;
  }
}
