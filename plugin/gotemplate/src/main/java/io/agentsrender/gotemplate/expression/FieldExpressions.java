package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.parse.node.Operand;
import io.agentsrender.gotemplate.value.GoType;
import org.jspecify.annotations.Nullable;

/** Dot, variables, and the fields asked of them or of anything else. */
final class FieldExpressions {
  private FieldExpressions() {}

  /** {@code .}. */
  static final class Dot extends Expression {
    Dot(Operand.Dot node) {
      super(node);
    }

    @Override
    @Nullable Object evaluate(State state) {
      state.place = state.dotPlace;
      return state.dot;
    }

    @Override
    boolean isInInterface(State state) {
      evaluate(state);
      return state.place == Place.INTERFACE;
    }
  }

  /** {@code .a.b}. */
  static final class OfDot extends Expression {
    private final Fields fields;

    OfDot(Operand.Field node) {
      super(node);
      this.fields = new Fields(node, node.names());
    }

    @Override
    @Nullable Object evaluate(State state) {
      state.at = node;
      state.place = state.dotPlace;
      return fields.evaluate(state, state.dot);
    }

    @Override
    @Nullable Object call(State state, Command command, @Nullable Object piped) {
      state.at = node;
      state.place = state.dotPlace;
      return fields.call(state, state.dot, command, piped);
    }

    @Override
    boolean isInInterface(State state) {
      evaluate(state);
      return state.place == Place.INTERFACE;
    }
  }

  /** {@code $x}. */
  static final class Variable extends Expression {
    private final int number;

    Variable(Operand.Variable node, int number) {
      super(node);
      this.number = number;
    }

    @Override
    @Nullable Object evaluate(State state) {
      state.at = node;
      return state.variable(number);
    }

    @Override
    @Nullable Object call(State state, Command command, @Nullable Object piped) {
      Object value = evaluate(state);
      refuseArguments(state, command, piped);
      return value;
    }

    @Override
    boolean isInInterface(State state) {
      evaluate(state);
      return state.place == Place.INTERFACE;
    }
  }

  /** {@code $x.a.b}. */
  static final class OfVariable extends Expression {
    private final int number;
    private final Fields fields;

    OfVariable(Operand.Variable node, int number) {
      super(node);
      this.number = number;
      this.fields = new Fields(node, node.fields());
    }

    @Override
    @Nullable Object evaluate(State state) {
      state.at = node;
      return fields.evaluate(state, state.variable(number));
    }

    @Override
    @Nullable Object call(State state, Command command, @Nullable Object piped) {
      state.at = node;
      return fields.call(state, state.variable(number), command, piped);
    }

    @Override
    boolean isInInterface(State state) {
      evaluate(state);
      return state.place == Place.INTERFACE;
    }
  }

  /** {@code (f .x).a.b}. */
  static final class OfValue extends Expression {
    private final Expression base;
    private final Fields fields;

    OfValue(Operand.Chain node, Expression base) {
      super(node);
      this.base = base;
      this.fields = new Fields(node, node.fields());
    }

    @Override
    @Nullable Object evaluate(State state) {
      return fields.evaluate(state, base(state));
    }

    @Override
    @Nullable Object call(State state, Command command, @Nullable Object piped) {
      return fields.call(state, base(state), command, piped);
    }

    private @Nullable Object base(State state) {
      state.at = base.node;
      return base.evaluate(state);
    }

    @Override
    boolean isInInterface(State state) {
      evaluate(state);
      return state.place == Place.INTERFACE;
    }
  }

  /** A pipeline in parentheses. */
  static final class Parenthesized extends Expression {
    private final Pipeline pipeline;

    Parenthesized(Pipeline pipeline) {
      super(pipeline.node());
      this.pipeline = pipeline;
    }

    @Override
    @Nullable Object evaluate(State state) {
      return pipeline.evaluate(state);
    }

    @Override
    @Nullable Object argument(State state, GoType type) {
      return Parameters.check(state, pipeline.evaluate(state), type);
    }

    @Override
    @Nullable Object call(State state, Command command, @Nullable Object piped) {
      refuseArguments(state, command, piped);
      return pipeline.evaluate(state);
    }
  }
}
