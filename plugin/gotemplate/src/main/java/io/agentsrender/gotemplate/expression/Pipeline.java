package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.expression.Command.Piped;
import io.agentsrender.gotemplate.parse.node.PipeNode;
import io.agentsrender.gotemplate.value.GoNil;
import org.jspecify.annotations.Nullable;

/** Commands that hand their values on (text/template/exec.go, evalPipeline). */
public final class Pipeline {
  private final PipeNode node;
  private final Command[] commands;
  private final int[] variables;

  Pipeline(PipeNode node, Command[] commands, int[] variables) {
    this.node = node;
    this.commands = commands;
    this.variables = variables;
  }

  PipeNode node() {
    return node;
  }

  /** The number of variables it declares or assigns. */
  public int declares() {
    return variables.length;
  }

  /** The value of the last command, taken out of its interface; it goes to the variables too. */
  public @Nullable Object evaluate(State state) {
    state.at = node;
    Object value = Piped.NOTHING;
    for (Command command : commands) {
      value = command.first.call(state, command, value);
      if (GoNil.INTERFACE.equals(value)) {
        value = null;
      }
    }
    if (state.place == Place.INTERFACE) {
      state.place = Place.VALUE;
    }
    for (int variable : variables) {
      if (node.assigns()) {
        state.assign(variable, value, state.place);
      } else {
        state.declare(variable, value, state.place);
      }
    }
    return value;
  }

  /** Gives the variables of a {@code range} their values for one turn. */
  public void setLoopVariables(
      State state,
      @Nullable Object index,
      Place indexPlace,
      @Nullable Object element,
      Place place) {
    if (variables.length == 0) {
      return;
    }
    if (!node.assigns()) {
      // The declared variables are on top: the last one gets the element.
      state.setFromTop(1, element, place);
      if (variables.length > 1) {
        state.setFromTop(2, index, indexPlace);
      }
    } else if (variables.length > 1) {
      state.assign(variables[0], index, indexPlace);
      state.assign(variables[1], element, place);
    } else {
      state.assign(variables[0], element, place);
    }
  }
}
