package io.agentsrender.render.values;

/**
 * A value file that was asked for, and what became of it.
 *
 * @param written as people wrote it
 * @param origin who asked for it: a layer, the component, a parameter
 * @param path where it is; for a file of another tree it starts with its {@code $ref}. For one that
 *     was skipped, where it would have been
 * @param isRead or else skipped
 */
public record ValueFileUse(String written, String origin, String path, boolean isRead) {}
