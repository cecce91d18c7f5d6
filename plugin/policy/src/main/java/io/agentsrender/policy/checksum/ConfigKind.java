package io.agentsrender.policy.checksum;

/** The two kinds of configuration that pods use. */
enum ConfigKind {
  SECRET("secret", "Secret"),
  CONFIG_MAP("configmap", "ConfigMap");

  /** As it stands in annotations and in what is hashed. */
  private final String word;

  private final String kind;

  ConfigKind(String word, String kind) {
    this.word = word;
    this.kind = kind;
  }

  String word() {
    return word;
  }

  /** Of the Kubernetes API. */
  String kind() {
    return kind;
  }
}
