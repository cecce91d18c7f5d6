package io.agentsrender.kustomize.patch;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON patches, written as JSON or as YAML 1.1. */
public final class JsonPatchReader {
  private JsonPatchReader() {}

  /**
   * @throws BuildFailure where it is no list of operations
   */
  public static JsonPatch read(String text) {
    if (text.isEmpty()) {
      throw BuildFailure.of("empty json patch operations");
    }
    Object value = text.startsWith("[") ? json(text) : NodeReader.yaml11Plain(text);
    if (value == null) {
      return new JsonPatch(List.of());
    }
    if (!(value instanceof List<?> list)) {
      throw mismatch(value, "Patch");
    }
    List<JsonPatch.Operation> operations = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element != null && !(element instanceof Map)) {
        throw mismatch(element, "Operation");
      }
      operations.add(operation(element == null ? Map.of() : (Map<?, ?>) element));
    }
    return new JsonPatch(operations);
  }

  private static @Nullable Object json(String text) {
    try {
      return JsonReader.of("").read(text);
    } catch (RenderException e) {
      throw BuildFailure.of(e.problems().getFirst().reason());
    }
  }

  private static BuildFailure mismatch(Object value, String type) {
    String kind =
        switch (value) {
          case String _ -> "string";
          case Boolean _ -> "bool";
          case Map<?, ?> _ -> "object";
          case List<?> _ -> "array";
          default -> "number";
        };
    return BuildFailure.of(
        "json: cannot unmarshal " + kind + " into Go value of type jsonpatch." + type);
  }

  private static JsonPatch.Operation operation(Map<?, ?> fields) {
    return new JsonPatch.Operation(
        fields.get("op") instanceof String op ? op : "unknown",
        fields.get("path") instanceof String path ? path : null,
        fields.get("from") instanceof String from ? from : null,
        fields.containsKey("value"),
        fields.get("value"));
  }
}
