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

  /**
   * The place of a template that wrote what stands at a place of the output.
   *
   * @param line 1-based
   * @param column 1-based, in code points; 0 for the start of the line
   */
  public Optional<Position> originOf(int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return Optional.empty();
      }
      at = end + 1;
    }
    for (int i = 1; i < column && at < text.length(); i++) {
      at++;
      while (at < text.length() && isContinuation(text.charAt(at))) {
        at++;
      }
    }
    return originOf(at);
  }

  /** Whether it is a byte within a code point of UTF-8. */
  private static boolean isContinuation(char unit) {
    return (unit & 0xc0) == 0x80;
  }

  /** Does not show the text, which may be secret. */
  @Override
  public String toString() {
    return name;
  }
}
