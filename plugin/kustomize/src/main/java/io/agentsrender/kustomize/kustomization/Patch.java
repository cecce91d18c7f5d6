package io.agentsrender.kustomize.kustomization;

import io.agentsrender.kustomize.selector.ResourceSelector;
import io.agentsrender.source.Position;
import org.jspecify.annotations.Nullable;

/**
 * A patch with or without a target (api/types/patch.go).
 *
 * @param path a file; empty where {@code text} is given
 * @param text the patch itself
 * @param position where the entry stands
 * @param textPosition where the text starts, if it is written in place
 */
public record Patch(
    String path,
    String text,
    @Nullable ResourceSelector target,
    boolean allowNameChange,
    boolean allowKindChange,
    @Nullable Position position,
    @Nullable Position textPosition) {}
