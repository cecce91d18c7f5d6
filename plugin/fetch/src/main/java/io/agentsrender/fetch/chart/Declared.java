package io.agentsrender.fetch.chart;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.StructFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dependency as a chart or its lock declares it.
 *
 * @param version a version or a range
 * @param repository empty where the chart stands in {@code charts/} already
 * @param node all that is said of it
 */
record Declared(String name, String version, String repository, MapNode node) {
  static List<Declared> read(@Nullable Node list) {
    List<Declared> all = new ArrayList<>();
    if (list instanceof ListNode items) {
      for (Node item : items.items()) {
        if (item instanceof MapNode map) {
          all.add(
              new Declared(text(map, "name"), text(map, "version"), text(map, "repository"), map));
        }
      }
    }
    return all;
  }

  static String text(MapNode map, String field) {
    return map.get(field) instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }

  Position position() {
    return node.position();
  }

  /** In the order and with the omissions of Go's struct (pkg/chart/dependency.go). */
  StructFields json() {
    StructFields fields = new StructFields();
    fields.put("name", name);
    putUnlessEmpty(fields, "version", version);
    fields.put("repository", repository);
    putUnlessEmpty(fields, "condition", text(node, "condition"));
    if (node.get("tags") instanceof ListNode tags && tags.size() > 0) {
      fields.put("tags", tags);
    }
    if (node.get("enabled") instanceof ScalarNode enabled && Boolean.TRUE.equals(enabled.value())) {
      fields.put("enabled", true);
    }
    if (node.get("import-values") instanceof ListNode imports && imports.size() > 0) {
      fields.put("import-values", imports);
    }
    putUnlessEmpty(fields, "alias", text(node, "alias"));
    return fields;
  }

  private static void putUnlessEmpty(
      Map<String, @Nullable Object> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }
}
