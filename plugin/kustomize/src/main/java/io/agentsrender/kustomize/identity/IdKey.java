package io.agentsrender.kustomize.identity;

/** Equal for ids that name one resource, so that sets and maps can tell. */
public record IdKey(
    String group, String version, String kind, String name, String effectiveNamespace) {

  public static IdKey of(ResourceId id) {
    Gvk gvk = id.gvk();
    return new IdKey(gvk.group(), gvk.version(), gvk.kind(), id.name(), id.effectiveNamespace());
  }
}
