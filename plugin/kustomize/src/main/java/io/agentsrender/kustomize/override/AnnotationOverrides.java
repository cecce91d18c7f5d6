package io.agentsrender.kustomize.override;

import java.util.Map;

/**
 * {@code kustomize edit add annotation} (commands/edit/add/addmetadata.go).
 *
 * @param force whether those that the kustomization has may be replaced
 */
public record AnnotationOverrides(Map<String, String> annotations, boolean force) {
  static final AnnotationOverrides NONE = new AnnotationOverrides(Map.of(), false);
  private static final String KIND = "annotation";

  public AnnotationOverrides {
    annotations = Map.copyOf(annotations);
  }

  Map<String, String> merge(Map<String, String> present) {
    return MetadataOverride.merge(present, MetadataOverride.pairs(annotations, KIND), KIND, force);
  }
}
