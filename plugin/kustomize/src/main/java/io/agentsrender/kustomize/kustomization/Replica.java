package io.agentsrender.kustomize.kustomization;

import io.agentsrender.source.Position;
import org.jspecify.annotations.Nullable;

/** The number of replicas of the workloads of one name. */
public record Replica(String name, long count, @Nullable Position position) {}
