package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.builtin.Truth;
import io.agentsrender.gotemplate.expression.Pipeline;
import io.agentsrender.gotemplate.expression.Place;
import io.agentsrender.gotemplate.parse.node.Node;
import org.jspecify.annotations.Nullable;

/** {@code if} and {@code with} (text/template/exec.go, walkIfOrWith). */
final class BranchStatement extends Statement {
  private final Node node;
  private final boolean setsDot;
  private final Pipeline pipeline;
  private final Block body;
  private final @Nullable Block otherwise;

  BranchStatement(
      Node node, boolean setsDot, Pipeline pipeline, Block body, @Nullable Block otherwise) {
    this.node = node;
    this.setsDot = setsDot;
    this.pipeline = pipeline;
    this.body = body;
    this.otherwise = otherwise;
  }

  @Override
  Completion run(Invocation state) {
    state.at(node);
    state.environment().meter().step();
    int mark = state.mark();
    Object value = pipeline.evaluate(state);
    Completion completion = Completion.NORMAL;
    if (Truth.of(value)) {
      completion = setsDot ? runWith(state, value) : body.run(state);
    } else if (otherwise != null) {
      completion = otherwise.run(state);
    }
    state.pop(mark);
    return completion;
  }

  private Completion runWith(Invocation state, @Nullable Object value) {
    Object dot = state.dot();
    Place dotPlace = state.dotPlace();
    state.setDot(value, state.place());
    Completion completion = body.run(state);
    state.setDot(dot, dotPlace);
    return completion;
  }
}
