package io.agentsrender.gitops.layering;

import io.agentsrender.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * A value file that is asked for.
 *
 * @param written as people wrote it, placeholders filled in
 * @param candidates where it may be, best first: {@code /path} from the root of the repository or
 *     {@code $ref/path}; the first that exists is it
 * @param mayBeMissing whether it is skipped where it is in none of these places
 * @param origin who asks for it, for people
 * @param at where it is asked for; empty for a layer that the layout has by itself
 */
public record ValueFileName(
    String written,
    List<String> candidates,
    boolean mayBeMissing,
    String origin,
    Optional<Position> at) {
  public ValueFileName {
    candidates = List.copyOf(candidates);
  }

  public ValueFileName withMayBeMissing(boolean mayBeMissing) {
    return new ValueFileName(written, candidates, mayBeMissing, origin, at);
  }
}
