package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From values back to immutable YAML nodes, each at the place that set it. */
public final class ValueNodes {
  /** Of what neither a file nor a flag set, such as the empty table of a subchart. */
  private static final Position NOWHERE = Position.ofFile("");

  private ValueNodes() {}

  public static Node toNode(Value value) {
    return switch (value) {
      case ScalarValue scalar -> scalar.node();
      case ValueTable table -> toNode(table);
      case ValueList list -> toNode(list);
    };
  }

  /** The map of a table. */
  public static MapNode toNode(ValueTable table) {
    MapNode original = table.unchangedNode();
    if (original != null) {
      return original;
    }
    List<MapNode.Entry> entries = new ArrayList<>();
    for (String key : table.keys()) {
      ValueTable.Entry entry = table.existing(key);
      entries.add(
          new MapNode.Entry(keyNode(key, entry), GoString.decode(key), toNode(entry.value())));
    }
    return new MapNode(entries, place(table.position()));
  }

  private static ListNode toNode(ValueList list) {
    ListNode original = list.unchangedNode();
    if (original != null) {
      return original;
    }
    return new ListNode(
        list.elements().stream().map(ValueNodes::toNode).toList(), place(list.position()));
  }

  private static ScalarNode keyNode(String key, ValueTable.Entry entry) {
    ScalarNode given = entry.key();
    return given != null
        ? given
        : ScalarNode.string(GoString.decode(key), Dialect.HELM, place(entry.value().position()));
  }

  private static Position place(@Nullable Position position) {
    return position == null ? NOWHERE : position;
  }
}
