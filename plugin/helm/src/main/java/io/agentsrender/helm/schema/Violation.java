package io.agentsrender.helm.schema;

import io.agentsrender.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * A demand of a schema that the values do not meet.
 *
 * @param path the keys and indexes that lead to the value; empty for the values as a whole
 * @param reason in the words of Helm's schema library
 * @param place where the value, or the nearest one around it, was set
 * @param causes what was wrong with each of the schemas that could have matched
 */
public record Violation(
    List<String> path, String reason, Optional<Position> place, List<Violation> causes) {
  public Violation {
    path = List.copyOf(path);
    causes = List.copyOf(causes);
  }
}
