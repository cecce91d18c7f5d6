package io.agentsrender.server.doctor;

import io.agentsrender.source.Problem;
import java.util.List;

/**
 * What was found.
 *
 * @param facts in the order in which they are to be read
 * @param problems with what to change
 */
public record Diagnosis(List<Fact> facts, List<Problem> problems) {
  /** One thing that is so. */
  public record Fact(String name, String value) {}

  public Diagnosis {
    facts = List.copyOf(facts);
    problems = List.copyOf(problems);
  }

  public boolean isHealthy() {
    return problems.stream().noneMatch(Problem::isError);
  }
}
