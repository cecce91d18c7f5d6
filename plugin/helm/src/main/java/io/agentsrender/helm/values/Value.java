package io.agentsrender.helm.values;

import io.agentsrender.source.Position;
import org.jspecify.annotations.Nullable;

/** A value of a chart or a user: a table, a list, or a scalar. */
public sealed interface Value permits ValueTable, ValueList, ScalarValue {

  /** Whether this is a null. */
  default boolean isNull() {
    return false;
  }

  /** The place that set it; null where a program did. */
  @Nullable Position position();

  /** Makes this and all below it immutable, to be shared between renders. */
  Value freeze();

  /** A copy of its own for who may change it; of frozen values it is made piece by piece. */
  Value copy();
}
