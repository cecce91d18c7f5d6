package io.agentsrender.helm.engine;

/**
 * What templates see as {@code .Release}.
 *
 * @param upgrade whether it pretends to upgrade rather than to install
 */
public record ReleaseFacts(String name, String namespace, boolean upgrade) {}
