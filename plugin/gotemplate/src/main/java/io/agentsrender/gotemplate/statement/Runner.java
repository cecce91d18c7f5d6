package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.Environment;

/** The execution in which templates are invoked. */
public interface Runner extends Environment {
  /** Runs an invocation to its end, however deep it is. */
  void run(Invocation invocation);
}
