package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.yaml.ScalarStyle;

/** Nodes as text, to be compared with expressions in paths. */
public final class NodeText {
  private NodeText() {}

  /** As yaml.v3 writes it: a scalar in its quotes, if it has any. */
  public static String of(MutableNode node) {
    boolean bare =
        node.is(NodeKind.SCALAR)
            && node.style() == ScalarStyle.PLAIN
            && !node.value().isEmpty()
            && node.value().chars().allMatch(NodeText::isBare);
    return bare && Scalars.tagOfPlain(node.value()).equals(Tag.STRING)
        ? node.value()
        : WrittenNode.text(node);
  }

  /** Characters that never need quotes. */
  private static boolean isBare(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '/';
  }
}
