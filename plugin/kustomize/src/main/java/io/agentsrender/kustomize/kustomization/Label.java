package io.agentsrender.kustomize.kustomization;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import java.util.List;
import java.util.Map;

/** Labels, and where they go besides the objects' own metadata (api/types/labels.go). */
public record Label(
    Map<String, String> pairs,
    boolean includeSelectors,
    boolean includeTemplates,
    List<FieldSpec> fields) {}
