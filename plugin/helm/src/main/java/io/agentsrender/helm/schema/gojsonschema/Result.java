package io.agentsrender.helm.schema.gojsonschema;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a value. The score tells how near it came: of several schemas none of which
 * matched, the messages of the best are shown.
 */
final class Result {
  private final List<Failure> failures = new ArrayList<>();
  private int score;

  void fail(List<String> path, String reason) {
    failures.add(new Failure(path, reason));
    score -= 2;
  }

  void pass() {
    score++;
  }

  void merge(Result other) {
    failures.addAll(other.failures);
    score += other.score;
  }

  boolean isValid() {
    return failures.isEmpty();
  }

  int score() {
    return score;
  }

  List<Failure> failures() {
    return failures;
  }
}
