package io.agentsrender.helm;

import io.agentsrender.source.Content;

/**
 * A file of values.
 *
 * @param path as positions and problems name it
 */
public record ValuesSource(String path, Content content) {}
