package io.agentsrender.gitops.applicationset.generator.parameter;

import io.agentsrender.gitops.applicationset.template.NodeTemplates;
import io.agentsrender.gitops.applicationset.template.TextTemplates;
import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets of parameters as Go holds them: texts are byte strings, numbers are float64. */
public final class Parameters {
  private Parameters() {}

  /** What reading a document into an {@code interface{}} gives. */
  public static @Nullable Object of(Node node) {
    return PlainValues.toGo(JsonShape.withFloats(node));
  }

  static GoMap copy(GoMap parameters) {
    return parameters.copy();
  }

  public static void put(GoMap parameters, String name, String value) {
    parameters.put(GoString.encode(name), GoString.encode(value));
  }

  /**
   * Nested maps and lists as {@code a.b.0}. Only {@code map[string]any} and {@code []any} are
   * opened, as in jeremywohl/flatten: {@code values} and {@code path.segments} are not.
   */
  public static Map<String, @Nullable Object> flattened(GoMap parameters) {
    Map<String, @Nullable Object> flat = new TreeMap<>();
    flatten("", parameters, flat);
    return flat;
  }

  private static void flatten(
      String key, @Nullable Object value, Map<String, @Nullable Object> flat) {
    String prefix = key.isEmpty() ? "" : key + ".";
    if (value instanceof GoMap map && map.type().equals(GoTypes.MAP)) {
      map.forEach((name, element) -> flatten(prefix + name, element, flat));
    } else if (value instanceof GoSlice slice && slice.type().equals(GoTypes.SLICE)) {
      for (int i = 0; i < slice.length(); i++) {
        flatten(prefix + i, slice.get(i), flat);
      }
    } else {
      flat.put(key, value);
    }
  }

  /** {@code fmt.Sprintf("%v", value)}. */
  public static String text(@Nullable Object value) {
    return GoFormat.text(Budget.DEFAULT.meter(), value);
  }

  /** Adds the {@code values} of a generator, filled in with what is there without them. */
  public static void addValues(GoMap parameters, @Nullable Node values, TextTemplates texts) {
    if (!(values instanceof MapNode map) || map.isEmpty()) {
      return;
    }
    GoMap filled = new GoMap(texts.isGoTemplate() ? GoTypes.STRING_MAP : GoTypes.MAP);
    NodeTemplates templates = new NodeTemplates(texts, parameters);
    for (MapNode.Entry entry : map.entries()) {
      Node value = templates.fill(entry.value());
      put(filled, entry.name(), value instanceof ScalarNode scalar ? scalar.text() : "");
    }
    if (texts.isGoTemplate()) {
      parameters.put("values", filled);
    } else {
      filled.forEach((name, value) -> parameters.put("values." + name, value));
    }
  }

  /** The text of a field, empty where it is not there. */
  public static String field(MapNode map, String name) {
    return Optional.ofNullable(map.get(name))
        .map(node -> node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "")
        .orElse("");
  }
}
