package io.agentsrender.helm.set;

import io.agentsrender.helm.values.Value;

/** What stands behind the {@code =} of a set flag. */
interface ValueSyntax {
  /**
   * A value that was read.
   *
   * @param ended whether the input ended at the {@code =} itself
   */
  record Result(Value value, boolean ended) {}

  Result read(Characters in) throws SetSyntaxException;

  /** Whether commas and backslashes stand for themselves, also in keys. */
  default boolean isLiteral() {
    return false;
  }
}
