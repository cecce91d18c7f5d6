package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.node.MutableNode;

/** What lies between a tree and the values that kustomize takes out of it. */
public enum Passage {
  /** Nothing: the values are those of the tree (kyaml RNode.Map). */
  DIRECT,
  /** The tree was written down and read again (kyaml RNode.MarshalJSON). */
  WRITTEN,
  /** As {@link #WRITTEN}, inside of brackets or braces. */
  WRITTEN_IN_FLOW;

  /** For what is in {@code collection}. */
  Passage into(MutableNode collection) {
    return this == WRITTEN && collection.isFlow() ? WRITTEN_IN_FLOW : this;
  }
}
