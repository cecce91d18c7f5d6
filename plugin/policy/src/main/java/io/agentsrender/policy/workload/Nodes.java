package io.agentsrender.policy.workload;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes and reads the nodes that policies write and ask for. */
public final class Nodes {
  private Nodes() {}

  /** A string, whatever it looks like. */
  public static ScalarNode text(String text, Position at) {
    return ScalarNode.string(text, Dialect.HELM, at);
  }

  public static ScalarNode number(long number, Position at) {
    return ScalarNode.plain(Long.toString(number), Dialect.HELM, at);
  }

  /** Takes keys and values by turns. */
  public static MapNode map(Position at, Object... keysAndValues) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(new Entry(text((String) keysAndValues[i], at), (Node) keysAndValues[i + 1]));
    }
    return new MapNode(entries, at);
  }

  /** The text of a scalar that is not null. */
  public static Optional<String> text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** The maps in a list; none where it is no list. */
  public static Stream<MapNode> maps(@Nullable Node node) {
    return node instanceof ListNode list
        ? list.items().stream().filter(MapNode.class::isInstance).map(MapNode.class::cast)
        : Stream.empty();
  }
}
