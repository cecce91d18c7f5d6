package io.agentsrender.helm.schema.jsonschema.keyword;

import io.agentsrender.helm.schema.json.JsonPointer;
import java.util.List;

/**
 * A demand that is not met.
 *
 * @param path the tokens that lead to the value
 * @param group whether this only holds together several failures of one schema
 */
public record Failure(List<String> path, String reason, boolean group, List<Failure> causes) {
  /** What a failure that has no reason of its own says. */
  static final String NO_REASON = "validation failed";

  public Failure {
    path = List.copyOf(path);
    causes = List.copyOf(causes);
  }

  Failure(List<String> path, String reason) {
    this(path, reason, false, List.of());
  }

  public String pointer() {
    return JsonPointer.of(path);
  }

  /** This, or the members of the group it is. */
  List<Failure> members() {
    return group ? causes : List.of(this);
  }

  /** The failure of a reference whose target failed so; one cause speaks for itself. */
  Failure throughReference(List<String> at) {
    return group ? new Failure(at, NO_REASON, false, causes) : this;
  }
}
