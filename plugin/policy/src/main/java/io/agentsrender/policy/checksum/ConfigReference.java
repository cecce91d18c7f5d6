package io.agentsrender.policy.checksum;

/** A Secret or ConfigMap by name. */
public record ConfigReference(ConfigKind kind, String namespace, String name) {
  @Override
  public String toString() {
    return kind.word() + ":" + namespace + "/" + name;
  }
}
