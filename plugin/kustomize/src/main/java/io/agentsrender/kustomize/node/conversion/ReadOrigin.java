package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;

/** A part of a parsed file that a mutable node was made for. */
record ReadOrigin(Node source) implements MutableNode.Origin {

  /** A fresh node for a part of a parsed file; an alias becomes a copy of what it stands for. */
  static MutableNode nodeFor(Node source) {
    ReadOrigin origin = new ReadOrigin(source);
    return switch (source) {
      case MapNode map -> MutableNode.read(NodeKind.MAPPING, Tag.MAP, map.isFlow(), origin);
      case ListNode list -> MutableNode.read(NodeKind.SEQUENCE, Tag.LIST, list.isFlow(), origin);
      case ScalarNode scalar ->
          MutableNode.read(
              NodeKind.SCALAR,
              scalar.tag(),
              scalar.explicitTag().isPresent(),
              scalar.style(),
              scalar.text(),
              origin);
    };
  }

  @Override
  public Position position() {
    return source.position();
  }

  @Override
  public ArrayList<MutableNode> children() {
    return switch (source) {
      case MapNode map -> {
        ArrayList<MutableNode> children = new ArrayList<>(2 * map.size());
        for (MapNode.Entry entry : map.entries()) {
          children.add(nodeFor(entry.key()));
          children.add(nodeFor(entry.value()));
        }
        yield children;
      }
      case ListNode list -> {
        ArrayList<MutableNode> children = new ArrayList<>(list.size());
        list.items().forEach(item -> children.add(nodeFor(item)));
        yield children;
      }
      case ScalarNode _ -> new ArrayList<>();
    };
  }
}
