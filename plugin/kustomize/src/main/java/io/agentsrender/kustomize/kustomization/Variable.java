package io.agentsrender.kustomize.kustomization;

import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.source.Position;
import org.jspecify.annotations.Nullable;

/**
 * A {@code var}: a name for a field's value, to be written as {@code $(NAME)} (api/types/var.go).
 *
 * @param object the resource that has the field
 */
public record Variable(
    String name, ResourceId object, String fieldPath, @Nullable Position position) {}
