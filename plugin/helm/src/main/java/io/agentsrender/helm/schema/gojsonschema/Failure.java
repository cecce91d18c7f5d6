package io.agentsrender.helm.schema.gojsonschema;

import java.util.List;

/**
 * A demand that is not met.
 *
 * @param path the tokens that lead to the value
 */
public record Failure(List<String> path, String reason) {
  private static final String ROOT = "(root)";

  public Failure {
    path = List.copyOf(path);
  }

  /** The way to the value, as the library shows it: {@code image.tag}, {@code (root)}. */
  public String field() {
    return field(path);
  }

  static String field(List<String> path) {
    return path.isEmpty() ? ROOT : String.join(".", path);
  }

  @Override
  public String toString() {
    return field() + ": " + reason;
  }
}
