package io.agentsrender.manifest;

import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * A field of an object, as a way through its maps: {@code spec.template.metadata}. Changes give
 * changed copies; what the way does not touch is shared.
 *
 * @param names at least one
 */
public record FieldPath(List<String> names) {
  public FieldPath {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a field path needs a name");
    }
    names = List.copyOf(names);
  }

  public static FieldPath of(String... names) {
    return new FieldPath(List.of(names));
  }

  /** What stands there, or empty where a map on the way is missing or is something else. */
  public Optional<Node> get(MapNode map) {
    Node node = map;
    for (String name : names) {
      node = node instanceof MapNode parent ? parent.get(name) : null;
      if (node == null) {
        return Optional.empty();
      }
    }
    return Optional.of(node);
  }

  public Optional<MapNode> map(MapNode map) {
    return get(map).map(node -> node instanceof MapNode found ? found : null);
  }

  public Optional<ListNode> list(MapNode map) {
    return get(map).map(node -> node instanceof ListNode found ? found : null);
  }

  /** The text of a scalar that is there and not null. */
  public Optional<String> text(MapNode map) {
    return get(map)
        .map(node -> node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null);
  }

  /** The same map with {@code value} there; missing maps on the way are made. */
  public MapNode set(MapNode map, Node value) {
    return set(map, 0, value);
  }

  private MapNode set(MapNode map, int index, Node value) {
    ScalarNode key = ScalarNode.string(names.get(index), Dialect.HELM, map.position());
    if (index == names.size() - 1) {
      return map.with(key, value);
    }
    MapNode child =
        map.get(names.get(index)) instanceof MapNode present
            ? present
            : new MapNode(List.of(), map.position());
    return map.with(key, set(child, index + 1, value));
  }

  /** The same map without what stands there. */
  public MapNode remove(MapNode map) {
    return remove(map, 0);
  }

  private MapNode remove(MapNode map, int index) {
    String name = names.get(index);
    if (index == names.size() - 1) {
      return map.without(name);
    }
    return map.get(name) instanceof MapNode child
        ? map.with(
            ScalarNode.string(name, Dialect.HELM, child.position()), remove(child, index + 1))
        : map;
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
