package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.expression.Pipeline;
import io.agentsrender.gotemplate.expression.PipelineCompiler;
import io.agentsrender.gotemplate.parse.node.ListNode;
import io.agentsrender.gotemplate.parse.node.PipeNode;
import io.agentsrender.gotemplate.parse.node.Tree;
import io.agentsrender.gotemplate.statement.Statement.Completion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a parsed template ready for execution. */
final class Compiler {
  private final PipelineCompiler pipelines;
  private int nesting;
  private int deepest;

  private Compiler(Tree tree) {
    this.pipelines = new PipelineCompiler(tree.version());
  }

  static Program compile(Tree tree) {
    Compiler compiler = new Compiler(tree);
    Block body = compiler.block(tree.root());
    int weight = compiler.deepest + compiler.pipelines.deepest();
    return new Program(body, compiler.pipelines.variables(), weight);
  }

  private Block block(ListNode list) {
    deepest = Math.max(deepest, ++nesting);
    List<Statement> statements = new ArrayList<>(list.statements().size());
    for (io.agentsrender.gotemplate.parse.node.Statement statement : list.statements()) {
      statements.add(statement(statement));
    }
    nesting--;
    return new Block(statements.toArray(Statement[]::new));
  }

  private @Nullable Block optionalBlock(@Nullable ListNode list) {
    return list == null ? null : block(list);
  }

  private Statement statement(io.agentsrender.gotemplate.parse.node.Statement statement) {
    return switch (statement) {
      case io.agentsrender.gotemplate.parse.node.Statement.Text text ->
          new OutputStatements.Text(text, text.text());
      case io.agentsrender.gotemplate.parse.node.Statement.Action action ->
          action.pipe().variables().isEmpty()
              ? new OutputStatements.Print(action, pipeline(action.pipe()))
              : new OutputStatements.Declare(action, pipeline(action.pipe()));
      case io.agentsrender.gotemplate.parse.node.Statement.If branch ->
          new BranchStatement(
              branch,
              false,
              pipeline(branch.pipe()),
              block(branch.body()),
              optionalBlock(branch.otherwise()));
      case io.agentsrender.gotemplate.parse.node.Statement.With branch ->
          new BranchStatement(
              branch,
              true,
              pipeline(branch.pipe()),
              block(branch.body()),
              optionalBlock(branch.otherwise()));
      case io.agentsrender.gotemplate.parse.node.Statement.Range range ->
          new RangeStatement(
              range, pipeline(range.pipe()), block(range.body()), optionalBlock(range.otherwise()));
      case io.agentsrender.gotemplate.parse.node.Statement.Template template ->
          new TemplateStatement(
              template,
              template.name(),
              template.pipe() == null ? null : pipeline(template.pipe()));
      case io.agentsrender.gotemplate.parse.node.Statement.Break _ ->
          new LoopExit(Completion.BREAK);
      case io.agentsrender.gotemplate.parse.node.Statement.Continue _ ->
          new LoopExit(Completion.CONTINUE);
    };
  }

  private Pipeline pipeline(PipeNode pipe) {
    return pipelines.pipeline(pipe);
  }
}
