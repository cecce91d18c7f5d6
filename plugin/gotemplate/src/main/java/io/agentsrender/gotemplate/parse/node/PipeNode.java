package io.agentsrender.gotemplate.parse.node;

import java.util.List;

/**
 * Commands that hand their values on, and the variables that get the last one.
 *
 * @param assigns whether the variables exist already
 */
public record PipeNode(
    int pos, boolean assigns, List<Operand.Variable> variables, List<CommandNode> commands)
    implements Node {
  public PipeNode {
    variables = List.copyOf(variables);
    commands = List.copyOf(commands);
  }

  @Override
  public void writeTo(StringBuilder out, GoVersion version) {
    String separator = "";
    for (Operand.Variable variable : variables) {
      variable.writeTo(out.append(separator), version);
      separator = ", ";
    }
    if (!variables.isEmpty()) {
      out.append(assigns && version.quotesAssignments() ? " = " : " := ");
    }
    separator = "";
    for (CommandNode command : commands) {
      command.writeTo(out.append(separator), version);
      separator = " | ";
    }
  }
}
