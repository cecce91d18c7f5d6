package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Working trees as immutable nodes, with the styles and tags that yaml.v3 writes (encode.go, node).
 */
final class WrittenNode {
  private WrittenNode() {}

  /** The text of a node as kyaml writes it. */
  static String text(MutableNode node) {
    return YamlWriter.kyaml().write(of(node));
  }

  private static Node of(MutableNode node) {
    return switch (node.kind()) {
      case NONE -> new ScalarNode("null", ScalarStyle.PLAIN, null, Dialect.KUSTOMIZE, "", 0, 0);
      case SCALAR -> scalar(node);
      case SEQUENCE -> {
        List<Node> items = new ArrayList<>(node.content().size());
        node.content().forEach(child -> items.add(of(child)));
        yield new ListNode(items, node.isFlow(), "", 0, 0);
      }
      case MAPPING -> {
        List<MutableNode> content = node.content();
        List<MapNode.Entry> entries = new ArrayList<>(content.size() / 2);
        for (int i = 0; i + 1 < content.size(); i += 2) {
          entries.add(new MapNode.Entry(scalar(content.get(i)), of(content.get(i + 1))));
        }
        yield new MapNode(entries, List.of(), node.isFlow(), "", 0, 0);
      }
    };
  }

  /** A scalar with the style and the tag it is written with. */
  static ScalarNode scalar(MutableNode node) {
    String text = node.value();
    ScalarStyle style = node.style();
    @Nullable String tag = node.tag().isEmpty() ? null : node.tag();
    if (tag != null && !node.isTagWritten()) {
      boolean text11 = tag.equals(Tag.STRING);
      boolean implied = Scalars.tagOfPlain(text).equals(tag);
      if (text11 && style == ScalarStyle.PLAIN && !implied) {
        style = text.indexOf('\n') >= 0 ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
      }
      tag = text11 || implied ? null : tag;
    }
    if (style == ScalarStyle.PLAIN && text.indexOf('\n') >= 0) {
      style = ScalarStyle.LITERAL;
    }
    return new ScalarNode(text, style, tag, Dialect.KUSTOMIZE, "", 0, 0);
  }
}
