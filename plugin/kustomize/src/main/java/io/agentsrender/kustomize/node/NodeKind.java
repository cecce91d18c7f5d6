package io.agentsrender.kustomize.node;

/** What a node is; {@link #NONE} is a null that was never written down. */
public enum NodeKind {
  NONE(""),
  MAPPING("MappingNode"),
  SEQUENCE("SequenceNode"),
  SCALAR("ScalarNode");

  private final String goName;

  NodeKind(String goName) {
    this.goName = goName;
  }

  /** As kyaml's errors name it. */
  public String goName() {
    return goName;
  }
}
