package io.agentsrender.kustomize.kustomization;

/**
 * What all charts of a kustomization share.
 *
 * @param chartHome the folder that holds their folders; empty for {@code charts}
 * @param configHome where helm would keep its settings; without meaning here
 */
public record HelmGlobals(String chartHome, String configHome) {
  public static final HelmGlobals NONE = new HelmGlobals("", "");
}
