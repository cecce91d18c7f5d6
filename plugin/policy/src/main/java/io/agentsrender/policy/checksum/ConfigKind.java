package io.agentsrender.policy.checksum;

/** The two kinds of configuration that pods use. */
public enum ConfigKind {
  SECRET("secret", "Secret"),
  CONFIG_MAP("configmap", "ConfigMap");

  /** As it stands in annotations and in what is hashed. */
  private final String word;

  private final String kind;

  ConfigKind(String word, String kind) {
    this.word = word;
    this.kind = kind;
  }

  /** As in the annotations: {@code secret} or {@code configmap}. */
  public String word() {
    return word;
  }

  /** Of the Kubernetes API. */
  public String kind() {
    return kind;
  }
}
