package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.expression.Command.Piped;
import io.agentsrender.gotemplate.parse.node.Node;
import io.agentsrender.gotemplate.value.GoType;
import org.jspecify.annotations.Nullable;

/**
 * An operand made ready for execution. Values are Go values; null stands for no value at all, a nil
 * in an interface is {@link io.agentsrender.gotemplate.value.GoNil#INTERFACE}.
 */
abstract class Expression {
  /** What errors quote. */
  final Node node;

  Expression(Node node) {
    this.node = node;
  }

  /** The value; also tells the state where it stands. */
  abstract @Nullable Object evaluate(State state);

  /** The value as an argument of that type (exec.go, evalArg). */
  @Nullable Object argument(State state, GoType type) {
    state.at = node;
    return Parameters.check(state, evaluate(state), type);
  }

  /** The value as the first word of a command (exec.go, evalCommand). */
  @Nullable Object call(State state, Command command, @Nullable Object piped) {
    state.at = node;
    refuseArguments(state, command, piped);
    return evaluate(state);
  }

  /** Whether the value stands in an interface, known without what parentheses and calls do. */
  boolean isInInterface(State state) {
    return false;
  }

  final void refuseArguments(State state, Command command, @Nullable Object piped) {
    if (command.arguments.length > 0 || piped != Piped.NOTHING) {
      throw state.error("can't give argument to non-function " + state.text(node));
    }
  }
}
