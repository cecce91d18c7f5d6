package io.agentsrender.kustomize.kustomization;

import io.agentsrender.kustomize.fieldspec.FieldSpec;
import io.agentsrender.source.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels, and where they go besides the objects' own metadata (api/types/labels.go). */
public record Label(
    Map<String, String> pairs,
    boolean includeSelectors,
    boolean includeTemplates,
    List<FieldSpec> fields,
    @Nullable Position position) {}
