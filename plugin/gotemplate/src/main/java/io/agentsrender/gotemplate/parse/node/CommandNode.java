package io.agentsrender.gotemplate.parse.node;

import java.util.List;

/**
 * Operands side by side: a value, or a function and its arguments.
 *
 * @param operands at least one
 */
public record CommandNode(int pos, List<Operand> operands) implements Node {
  public CommandNode {
    operands = List.copyOf(operands);
  }

  @Override
  public void writeTo(StringBuilder out, GoVersion version) {
    String separator = "";
    for (Operand operand : operands) {
      operand.writeTo(out.append(separator), version);
      separator = " ";
    }
  }
}
