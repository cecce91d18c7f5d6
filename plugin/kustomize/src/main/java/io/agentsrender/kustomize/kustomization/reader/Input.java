package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that was read, and where.
 *
 * @param value null, Boolean, Long, BigInteger, Double, String, {@code List<Input>} or {@code
 *     Map<String, Input>}
 */
public record Input(@Nullable Object value, @Nullable Position position) {

  /** Values without places. */
  public static Input of(@Nullable Object plain) {
    return of(plain, null);
  }

  /** Values of which only one place is known. */
  public static Input of(@Nullable Object plain, @Nullable Position position) {
    return switch (plain) {
      case Map<?, ?> map -> {
        Map<String, Input> fields = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, value) -> fields.put((String) key, of(value, position)));
        yield new Input(fields, position);
      }
      case List<?> list ->
          new Input(list.stream().map(element -> of(element, position)).toList(), position);
      case null, default -> new Input(plain, position);
    };
  }

  boolean isNull() {
    return value == null;
  }

  @SuppressWarnings("unchecked")
  @Nullable Map<String, Input> asMap() {
    return value instanceof Map ? (Map<String, Input>) value : null;
  }

  @SuppressWarnings("unchecked")
  @Nullable List<Input> asList() {
    return value instanceof List ? (List<Input>) value : null;
  }

  /** The value without places. */
  public @Nullable Object plain() {
    if (asMap() != null) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      asMap().forEach((key, below) -> plain.put(key, below.plain()));
      return plain;
    }
    List<Input> list = asList();
    return list == null ? value : plain(list);
  }

  private static List<@Nullable Object> plain(List<Input> list) {
    List<@Nullable Object> plain = new ArrayList<>(list.size());
    list.forEach(element -> plain.add(element.plain()));
    return plain;
  }

  /** As encoding/json names it in its errors. */
  String jsonType() {
    return switch (value) {
      case null -> "null";
      case Boolean _ -> "bool";
      case Number _ -> "number";
      case String _ -> "string";
      case List<?> _ -> "array";
      default -> "object";
    };
  }
}
