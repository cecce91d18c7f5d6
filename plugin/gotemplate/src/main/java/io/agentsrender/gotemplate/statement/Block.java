package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.statement.Statement.Completion;

/** Statements in their order. */
final class Block {
  private final Statement[] statements;

  Block(Statement[] statements) {
    this.statements = statements;
  }

  Completion run(Invocation state) {
    for (Statement statement : statements) {
      Completion completion = statement.run(state);
      if (completion != Completion.NORMAL) {
        return completion;
      }
    }
    return Completion.NORMAL;
  }
}
