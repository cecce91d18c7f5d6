package io.agentsrender.helm.decode;

import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read into a struct: by field name a string, a Boolean, a node, a list, a map, or another
 * one of these. Fields that nothing was read into are absent.
 */
public final class Decoded {
  private final Map<String, Object> fields = new HashMap<>();

  void put(String field, @Nullable Object value) {
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
  }

  @Nullable Object get(String field) {
    return fields.get(field);
  }

  /** The text of a field; empty where there is none, which Go does not tell apart. */
  public String text(String field) {
    return fields.get(field) instanceof String text ? text : "";
  }

  public boolean bool(String field) {
    return fields.get(field) instanceof Boolean set && set;
  }

  /** The texts of a list; a null in it is an empty text. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    list(field)
        .orElse(List.of())
        .forEach(item -> texts.add(item instanceof String text ? text : ""));
    return texts;
  }

  /** The texts of a map; a null in it is an empty text. */
  public Map<String, String> textMap(String field) {
    Map<String, String> texts = new HashMap<>();
    if (fields.get(field) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> texts.put((String) key, value instanceof String text ? text : ""));
    }
    return texts;
  }

  /** The node of a field that takes anything. */
  public Optional<Node> node(String field) {
    return Optional.ofNullable((Node) fields.get(field));
  }

  /** The nodes of a list of anything. */
  public List<Node> nodes(String field) {
    return list(field).orElse(List.of()).stream().map(Node.class::cast).toList();
  }

  /** The structs of a list, empty where the file has a null; absent without a list. */
  public Optional<List<Optional<Decoded>>> structs(String field) {
    return list(field)
        .map(items -> items.stream().map(item -> Optional.ofNullable((Decoded) item)).toList());
  }

  public Optional<Decoded> struct(String field) {
    return Optional.ofNullable((Decoded) fields.get(field));
  }

  private Optional<List<? extends @Nullable Object>> list(String field) {
    return fields.get(field) instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }
}
