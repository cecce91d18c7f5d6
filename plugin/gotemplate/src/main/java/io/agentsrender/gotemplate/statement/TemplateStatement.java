package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.Pipeline;
import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.parse.node.Node;
import org.jspecify.annotations.Nullable;

/** {@code template} (text/template/exec.go, walkTemplate). */
final class TemplateStatement extends Statement {
  /** Go's limit (maxExecDepth). */
  private static final int MAX_DEPTH = 100_000;

  private final Node node;
  private final String name;
  private final @Nullable Pipeline pipeline;

  TemplateStatement(Node node, String name, @Nullable Pipeline pipeline) {
    this.node = node;
    this.name = name;
    this.pipeline = pipeline;
  }

  @Override
  Completion run(Invocation state) {
    state.at(node);
    state.environment().meter().step();
    Template template = state.templates().lookup(name);
    if (template == null) {
      throw state.error("template " + Quotes.quote(name) + " not defined");
    }
    if (state.depth() == MAX_DEPTH) {
      throw state.error("exceeded maximum template depth (" + MAX_DEPTH + ")");
    }
    Object dot = pipeline == null ? null : pipeline.evaluate(state);
    state.invoke(template, dot);
    return Completion.NORMAL;
  }
}
