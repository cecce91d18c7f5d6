package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.builtin.Printing;
import io.agentsrender.gotemplate.expression.Pipeline;
import io.agentsrender.gotemplate.expression.Place;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoTypes;
import org.jspecify.annotations.Nullable;

/** Statements that print. */
final class OutputStatements {
  private OutputStatements() {}

  /** Plain text. */
  static final class Text extends Statement {
    private final Node node;
    private final String text;

    Text(Node node, String text) {
      this.node = node;
      this.text = text;
    }

    @Override
    Completion run(Invocation state) {
      state.at(node);
      state.trace(node);
      state.write(text);
      return Completion.NORMAL;
    }
  }

  /** A pipeline whose value is printed. */
  static final class Print extends Statement {
    private final Node node;
    private final Pipeline pipeline;

    Print(Node node, Pipeline pipeline) {
      this.node = node;
      this.pipeline = pipeline;
    }

    @Override
    Completion run(Invocation state) {
      state.at(node);
      state.environment().meter().step();
      Object value = pipeline.evaluate(state);
      state.at(node);
      state.trace(node);
      if (value instanceof String text) {
        state.write(text);
      } else {
        print(state, value);
      }
      return Completion.NORMAL;
    }

    private void print(Invocation state, @Nullable Object value) {
      if (value != null && !Printing.isPrintable(value)) {
        throw state.error("can't print " + state.text(node) + " of type " + GoTypes.typeOf(value));
      }
      StringBuilder out = state.out();
      int before = out.length();
      try {
        Printing.print(state.environment().meter(), value, state.place() == Place.ADDRESSABLE, out);
      } catch (GoError e) {
        throw state.error(e.text(), e);
      }
      state.environment().meter().output(out.length() - before);
    }
  }

  /** A pipeline that declares or assigns variables. */
  static final class Declare extends Statement {
    private final Node node;
    private final Pipeline pipeline;

    Declare(Node node, Pipeline pipeline) {
      this.node = node;
      this.pipeline = pipeline;
    }

    @Override
    Completion run(Invocation state) {
      state.at(node);
      state.environment().meter().step();
      pipeline.evaluate(state);
      return Completion.NORMAL;
    }
  }
}
