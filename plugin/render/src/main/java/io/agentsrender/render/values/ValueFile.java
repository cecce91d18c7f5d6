package io.agentsrender.render.values;

import io.agentsrender.source.Content;

/**
 * A value file that was found.
 *
 * @param path inside its tree
 */
public record ValueFile(String path, Content content) {}
