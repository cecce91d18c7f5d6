package io.agentsrender.manifest;

import io.agentsrender.source.Position;
import java.util.Optional;

/**
 * Where an object came from.
 *
 * @param place the manifest or template and the line at which it starts
 * @param release the Helm release it belongs to; empty for what no chart rendered
 */
public record Origin(Position place, Optional<String> release) {
  /** An object that stands in the repository as it is. */
  public static Origin manifest(Position place) {
    return new Origin(place, Optional.empty());
  }

  /** An object that a chart's template rendered. */
  public static Origin template(Position place, String release) {
    return new Origin(place, Optional.of(release));
  }
}
