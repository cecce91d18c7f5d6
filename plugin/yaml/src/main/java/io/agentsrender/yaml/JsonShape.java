package io.agentsrender.yaml;

import io.agentsrender.yaml.MapNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes as plain values of JSON: maps, lists, strings, numbers, booleans, null. */
public final class JsonShape {
  private JsonShape() {}

  /**
   * The value with numbers as YAML resolves them: Long, BigInteger, Double. Maps keep the order of
   * the source.
   */
  public static @Nullable Object of(Node node) {
    return convert(node, false);
  }

  /**
   * The value as Go holds it after reading YAML into an {@code interface{}} through
   * sigs.k8s.io/yaml: every number is a Double.
   */
  public static @Nullable Object withFloats(Node node) {
    return convert(node, true);
  }

  private static @Nullable Object convert(Node node, boolean floats) {
    return switch (node) {
      case MapNode map -> {
        Map<String, @Nullable Object> fields = LinkedHashMap.newLinkedHashMap(map.size());
        for (Entry entry : map.entries()) {
          fields.put(entry.name(), convert(entry.value(), floats));
        }
        yield fields;
      }
      case ListNode list -> {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Node item : list.items()) {
          items.add(convert(item, floats));
        }
        yield items;
      }
      case ScalarNode scalar -> {
        Object value = scalar.value();
        yield floats && value instanceof Number number ? (Object) number.doubleValue() : value;
      }
    };
  }
}
