package io.agentsrender.gotemplate.statement;

/** {@code break} and {@code continue}. */
final class LoopExit extends Statement {
  private final Completion completion;

  LoopExit(Completion completion) {
    this.completion = completion;
  }

  @Override
  Completion run(Invocation state) {
    return completion;
  }
}
