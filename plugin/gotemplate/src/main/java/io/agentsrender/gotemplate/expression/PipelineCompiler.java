package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.builtin.Builtins;
import io.agentsrender.gotemplate.parse.node.CommandNode;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.parse.node.Operand;
import io.agentsrender.gotemplate.parse.node.PipeNode;
import java.util.List;

/** Makes the pipelines of one template ready for execution. */
public final class PipelineCompiler {
  private final GoVersion version;
  private final Variables variables = new Variables();
  private int nesting;
  private int deepest;

  public PipelineCompiler(GoVersion version) {
    this.version = version;
  }

  /** The variables of all pipelines so far. */
  public Variables variables() {
    return variables;
  }

  /** How deep pipelines nest in parentheses. */
  public int deepest() {
    return deepest;
  }

  public Pipeline pipeline(PipeNode pipe) {
    deepest = Math.max(deepest, ++nesting);
    Command[] commands = pipe.commands().stream().map(this::command).toArray(Command[]::new);
    int[] names =
        pipe.variables().stream().mapToInt(variable -> variables.number(variable.name())).toArray();
    if (!pipe.assigns()) {
      variables.count(names.length);
    }
    nesting--;
    return new Pipeline(pipe, commands, names);
  }

  private Command command(CommandNode command) {
    List<Operand> operands = command.operands();
    Expression[] arguments =
        operands.subList(1, operands.size()).stream()
            .map(this::expression)
            .toArray(Expression[]::new);
    return new Command(command, expression(operands.getFirst()), arguments);
  }

  private Expression expression(Operand operand) {
    return switch (operand) {
      case Operand.Dot dot -> new FieldExpressions.Dot(dot);
      case Operand.Nil nil -> new LiteralExpressions.Nil(nil);
      case Operand.Bool bool -> new LiteralExpressions.Bool(bool);
      case Operand.Numeral numeral -> new LiteralExpressions.Numeral(numeral);
      case Operand.Text text -> new LiteralExpressions.Text(text);
      case Operand.Field field -> new FieldExpressions.OfDot(field);
      case Operand.Variable variable when variable.fields().isEmpty() ->
          new FieldExpressions.Variable(variable, variables.number(variable.name()));
      case Operand.Variable variable ->
          new FieldExpressions.OfVariable(variable, variables.number(variable.name()));
      case Operand.Chain chain -> new FieldExpressions.OfValue(chain, expression(chain.base()));
      case Operand.Parenthesized parenthesized ->
          new FieldExpressions.Parenthesized(pipeline(parenthesized.pipe()));
      case Operand.Function function ->
          new FunctionExpression(
              function,
              FunctionExpression.special(
                  function.function(), Builtins.of(version).get(function.name())));
    };
  }
}
