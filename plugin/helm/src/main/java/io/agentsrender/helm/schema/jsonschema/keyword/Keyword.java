package io.agentsrender.helm.schema.jsonschema.keyword;

/** One demand of a schema. It holds for values of its own types and lets all others pass. */
public interface Keyword {
  /**
   * Reports to {@code evaluation} what is wrong with its value.
   *
   * @return whether the keywords after this one are to be checked as well
   */
  boolean check(Evaluation evaluation);
}
