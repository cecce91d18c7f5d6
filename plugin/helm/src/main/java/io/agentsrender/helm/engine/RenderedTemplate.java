package io.agentsrender.helm.engine;

import io.agentsrender.source.Position;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What a template file renders.
 *
 * @param name the template's name: its place in the tree of charts, as in {@code
 *     chart/templates/a.yaml}
 * @param text its output, a byte string
 * @param origins finds the place that wrote the byte at an offset of the text
 */
public record RenderedTemplate(String name, String text, IntFunction<Optional<Position>> origins) {
  /** The place of a template that wrote the byte at an offset. */
  public Optional<Position> originOf(int offset) {
    return origins.apply(offset);
  }
}
