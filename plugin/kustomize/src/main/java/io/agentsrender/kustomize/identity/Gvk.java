package io.agentsrender.kustomize.identity;

import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.openapi.TypeName;

/**
 * Group, version and kind (kyaml/resid/gvk.go).
 *
 * @param clusterScoped whether the type is known to be bound to no namespace; only looked up where
 *     kustomize does, so not in the ids a resource had before
 */
public record Gvk(String group, String version, String kind, boolean clusterScoped) {

  public static Gvk of(String group, String version, String kind) {
    return new Gvk(group, version, kind, false);
  }

  /** Takes {@code group/version} apart. */
  public static Gvk of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? of("", apiVersion, kind)
        : of(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** As {@link #of(String, String)}, with the scope looked up. */
  public static Gvk scoped(OpenApi openApi, String apiVersion, String kind) {
    return of(apiVersion, kind).scoped(openApi);
  }

  public Gvk scoped(OpenApi openApi) {
    return new Gvk(group, version, kind, openApi.isClusterScoped(new TypeName(apiVersion(), kind)));
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Whether it is the same type. */
  public boolean isSame(Gvk other) {
    return kind.equals(other.kind) && version.equals(other.version) && group.equals(other.group);
  }

  /** Whether it is what the selector says, whose empty parts stand for anything. */
  public boolean isSelectedBy(Gvk selector) {
    return (selector.group.isEmpty() || selector.group.equals(group))
        && (selector.version.isEmpty() || selector.version.equals(version))
        && (selector.kind.isEmpty() || selector.kind.equals(kind));
  }

  /** {@code Kind.version.group}, with words for what is empty. */
  @Override
  public String toString() {
    return orElse(kind, "[noKind]")
        + "."
        + orElse(version, "[noVer]")
        + "."
        + orElse(group, "[noGrp]");
  }

  /** The text by which kustomize orders types of one rank; missing parts come last. */
  public String sortText() {
    return orElse(group, "~G") + "_" + orElse(version, "~V") + "_" + orElse(kind, "~K");
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
