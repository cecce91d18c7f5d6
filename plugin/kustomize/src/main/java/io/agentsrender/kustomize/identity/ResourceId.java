package io.agentsrender.kustomize.identity;

/**
 * What names a resource (kyaml/resid/resid.go).
 *
 * @param namespace as written; empty where there is none
 */
public record ResourceId(Gvk gvk, String name, String namespace) {
  private static final String NO_NAMESPACE = "_non_namespaceable_";
  private static final String DEFAULT_NAMESPACE = "default";

  /** The namespace it is in: none for cluster-scoped kinds, {@code default} where none is said. */
  public String effectiveNamespace() {
    if (gvk.clusterScoped()) {
      return NO_NAMESPACE;
    }
    return namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
  }

  /** Whether the effective namespace is that of kinds which have none. */
  public static boolean isNoNamespace(String effectiveNamespace) {
    return effectiveNamespace.equals(NO_NAMESPACE);
  }

  public boolean isClusterScoped() {
    return gvk.clusterScoped();
  }

  public boolean isInNamespaceOf(ResourceId other) {
    return effectiveNamespace().equals(other.effectiveNamespace());
  }

  /** The same type and name, wherever it is. */
  public boolean hasTypeAndNameOf(ResourceId other) {
    return name.equals(other.name) && gvk.isSame(other.gvk);
  }

  /** Whether both name one resource. */
  public boolean isSame(ResourceId other) {
    return hasTypeAndNameOf(other) && isInNamespaceOf(other);
  }

  /** Whether it is what the selector says exactly, whose empty parts stand for anything. */
  public boolean isSelectedBy(ResourceId selector) {
    return (selector.name.isEmpty() || selector.name.equals(name))
        && (selector.namespace.isEmpty() || selector.isInNamespaceOf(this))
        && gvk.isSelectedBy(selector.gvk);
  }

  public boolean isEmpty() {
    return gvk.equals(Gvk.of("", "", "")) && name.isEmpty() && namespace.isEmpty();
  }

  /** {@code Kind.version.group/name.namespace}, with words for what is empty. */
  @Override
  public String toString() {
    return gvk
        + "/"
        + (name.isEmpty() ? "[noName]" : name)
        + "."
        + (namespace.isEmpty() ? "[noNs]" : namespace);
  }
}
