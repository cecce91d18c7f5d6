package io.agentsrender.gotemplate.statement;

/** A statement made ready for execution. */
abstract class Statement {
  /** What comes after a statement. */
  enum Completion {
    NORMAL,
    BREAK,
    CONTINUE
  }

  abstract Completion run(Invocation state);
}
