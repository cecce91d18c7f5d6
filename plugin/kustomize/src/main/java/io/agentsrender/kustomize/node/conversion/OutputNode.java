package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.scalar.GoFloat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finished trees as immutable nodes, which keep the places that their parts were read from. */
public final class OutputNode {
  private OutputNode() {}

  /**
   * The node that one would read from the output.
   *
   * @param place for what has no place of its own
   */
  public static MapNode of(MutableNode object, Position place) {
    return map(object, place, Passage.WRITTEN);
  }

  private static MapNode map(MutableNode node, Position outer, Passage passage) {
    Passage inside = passage.into(node);
    Position place = place(node, outer);
    List<MutableNode> content = node.content();
    List<MapNode.Entry> entries = new ArrayList<>(content.size() / 2);
    for (int i = 0; i + 1 < content.size(); i += 2) {
      MutableNode key = content.get(i);
      ScalarNode name = ScalarNode.string(key.value(), Dialect.HELM, place(key, place));
      entries.add(new MapNode.Entry(name, key.value(), value(content.get(i + 1), place, inside)));
    }
    entries.sort(Comparator.comparing(MapNode.Entry::name));
    return new MapNode(entries, place);
  }

  private static Node value(MutableNode node, Position outer, Passage passage) {
    Position place = place(node, outer);
    return switch (node.kind()) {
      case MAPPING -> map(node, outer, passage);
      case SEQUENCE -> {
        List<Node> items = new ArrayList<>(node.content().size());
        Passage inside = passage.into(node);
        node.content().forEach(item -> items.add(value(item, place, inside)));
        yield new ListNode(items, place);
      }
      case NONE -> ScalarNode.plain("null", Dialect.HELM, place);
      case SCALAR -> scalar(Scalars.value(node, passage), place);
    };
  }

  private static Node scalar(@Nullable Object value, Position place) {
    return switch (value) {
      case null -> ScalarNode.plain("null", Dialect.HELM, place);
      case String text -> ScalarNode.string(text, Dialect.HELM, place);
      case Double number -> ScalarNode.plain(GoFloat.json(number), Dialect.HELM, place);
      default -> ScalarNode.plain(value.toString(), Dialect.HELM, place);
    };
  }

  private static Position place(MutableNode node, Position outer) {
    Position own = node.position();
    return own == null ? outer : own;
  }
}
