package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.function.FunctionContext;

/** The execution in which expressions are evaluated. */
public interface Environment extends FunctionContext {
  /** What a field is that a map does not have. */
  MissingKey missingKey();
}
