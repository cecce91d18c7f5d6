package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** From YAML nodes to frozen values. What an alias repeats is made once. */
public final class ValueReader {
  private final IdentityHashMap<Node, Value> known = new IdentityHashMap<>();

  private ValueReader() {}

  /** The value of a node read in the dialect of Helm. */
  public static Value read(Node node) {
    return new ValueReader().value(node).freeze();
  }

  /** The table of a map. */
  public static ValueTable readTable(MapNode node) {
    return new ValueReader().table(node).freeze();
  }

  private Value value(Node node) {
    if (node instanceof ScalarNode scalar) {
      return ScalarValue.of(scalar);
    }
    Value value = known.get(node);
    if (value == null) {
      value = node instanceof MapNode map ? table(map) : list((ListNode) node);
      known.put(node, value);
    }
    return value;
  }

  private ValueTable table(MapNode node) {
    ValueTable table = ValueTable.of(node);
    for (MapNode.Entry entry : node.entries()) {
      // As the names in templates are, so that looking one up compares no characters.
      table.put(GoString.encode(entry.name()).intern(), value(entry.value()), entry.key());
    }
    return table;
  }

  private ValueList list(ListNode node) {
    List<Value> elements = new ArrayList<>(node.size());
    node.items().forEach(item -> elements.add(value(item)));
    return ValueList.of(node, elements);
  }
}
