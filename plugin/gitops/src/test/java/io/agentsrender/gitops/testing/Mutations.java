package io.agentsrender.gitops.testing;

import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Every way to spoil one field of a document: left out, renamed, or of another type. */
public final class Mutations {
  private Mutations() {}

  /** Changed copies of a document. */
  public static List<Node> of(Node node) {
    List<Node> mutants = new ArrayList<>();
    mutate(node, changed -> changed, mutants);
    return mutants;
  }

  private static void mutate(Node node, UnaryOperator<Node> around, List<Node> mutants) {
    switch (node) {
      case MapNode map -> {
        for (int i = 0; i < map.size(); i++) {
          int index = i;
          Entry entry = map.entries().get(i);
          mutants.add(around.apply(map.without(entry.name())));
          mutants.add(around.apply(replaced(map, index, renamed(entry))));
          for (Node other : others(entry.value())) {
            mutants.add(around.apply(replaced(map, index, entry.withValue(other))));
          }
          mutate(
              entry.value(),
              changed -> around.apply(replaced(map, index, entry.withValue(changed))),
              mutants);
        }
      }
      case ListNode list -> {
        for (int i = 0; i < list.size(); i++) {
          int index = i;
          for (Node other : others(list.items().get(i))) {
            mutants.add(around.apply(replaced(list, index, other)));
          }
          mutate(
              list.items().get(i),
              changed -> around.apply(replaced(list, index, changed)),
              mutants);
        }
      }
      case ScalarNode _ -> {}
    }
  }

  private static Entry renamed(Entry entry) {
    return new Entry(entry.key().withText(entry.name() + "x"), entry.value());
  }

  private static List<Node> others(Node node) {
    return List.of(
        scalar("~", node),
        scalar("true", node),
        scalar("7", node),
        scalar("1.5", node),
        scalar("''", node).withText(""),
        ScalarNode.string("", Dialect.HELM, node.position()),
        scalar("Some text", node),
        new ListNode(List.of(), node.position()),
        new ListNode(List.of(scalar("1", node)), node.position()),
        new MapNode(List.of(), node.position()),
        new MapNode(
            List.of(new Entry(scalar("anything", node), scalar("1", node))), node.position()));
  }

  private static ScalarNode scalar(String text, Node at) {
    return ScalarNode.plain(text, Dialect.HELM, at.position());
  }

  private static Node replaced(MapNode map, int index, Entry entry) {
    List<Entry> entries = new ArrayList<>(map.entries());
    entries.set(index, entry);
    return map.withEntries(entries);
  }

  private static Node replaced(ListNode list, int index, Node item) {
    List<Node> items = new ArrayList<>(list.items());
    items.set(index, item);
    return list.withItems(items);
  }
}
