package io.agentsrender.server.doctor;

import io.agentsrender.source.Problem;
import java.util.List;
import java.util.stream.Stream;

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

  /** Both, one after the other. */
  public Diagnosis and(Diagnosis other) {
    return new Diagnosis(
        Stream.concat(facts.stream(), other.facts.stream()).toList(),
        Stream.concat(problems.stream(), other.problems.stream()).toList());
  }

  public boolean isHealthy() {
    return problems.stream().noneMatch(Problem::isError);
  }
}
