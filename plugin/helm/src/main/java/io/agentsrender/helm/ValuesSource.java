package io.agentsrender.helm;

import io.agentsrender.source.Content;
import io.agentsrender.yaml.MapNode;
import java.util.function.UnaryOperator;

/**
 * A file of values.
 *
 * @param path as positions and problems name it
 * @param places gives what was read the places at which people wrote it, where the content was made
 *     of other files; it changes no value
 */
public record ValuesSource(String path, Content content, UnaryOperator<MapNode> places) {
  /** A file as people wrote it. */
  public ValuesSource(String path, Content content) {
    this(path, content, UnaryOperator.identity());
  }
}
