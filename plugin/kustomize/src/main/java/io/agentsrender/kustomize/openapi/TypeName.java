package io.agentsrender.kustomize.openapi;

/**
 * A type as manifests name it.
 *
 * @param apiVersion {@code group/version}, or {@code version} in the core group
 */
public record TypeName(String apiVersion, String kind) {}
