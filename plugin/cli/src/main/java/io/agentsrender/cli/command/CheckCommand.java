package io.agentsrender.cli.command;

import io.agentsrender.check.Check;
import io.agentsrender.check.CheckReport;
import io.agentsrender.check.RulePages;
import io.agentsrender.check.RuleTable;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.report.ReportFormat;
import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.ApplicationOptions;
import io.agentsrender.cli.flag.FetchFlags;
import io.agentsrender.cli.flag.ParameterFlags;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.render.Engine;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agents-render check PATH}: rules over what Argo CD would apply. */
@Command(
    name = "check",
    description = "Runs rules over what Argo CD would apply for the application at PATH.",
    footer = {
      "%nExamples:",
      "  agents-render check argocd/applications/agents",
      "  agents-render check charts/agents -f values-production.yaml --fail-on warning",
      "  agents-render check apps/web --kube-version 1.34 --output json",
      "  agents-render check --apps environments/dev",
      "  agents-render check --explain secret-missing",
      "%nExit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage; 3 refused or not"
          + " supported.",
    })
public final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ApplicationOptions application = new ApplicationOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json, sarif or github")
  private ReportFormat output = ReportFormat.TEXT;

  @Option(
      names = "--apps",
      description =
          "check all Applications below PATH together, and the repository they stand in, in place"
              + " of one application")
  private boolean all;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "exit with 1 from this severity on: error (default), warning or note")
  private Level failOn = Level.ERROR;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      split = ",",
      description = "run only this rule; repeatable")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--disable",
      paramLabel = "RULE",
      split = ",",
      description = "do not run this rule; repeatable")
  private List<String> without = new ArrayList<>();

  @Option(
      names = "--list",
      help = true,
      description = "print the rules with their severity, and check nothing")
  private boolean list;

  @Option(
      names = "--explain",
      help = true,
      paramLabel = "RULE",
      description = "print the page of a rule, and check nothing")
  private @Nullable String explain;

  private CheckCommand(Console console) {
    this.console = console;
  }

  /** The command with a flag for every parameter of the table. */
  public static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new CheckCommand(console));
    ParameterFlags.addTo(spec);
    FetchFlags.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    if (list) {
      console.out().print(RulePages.list());
      return ExitCode.DONE;
    }
    if (explain != null) {
      console.out().print(RulePages.page(explain));
      return ExitCode.DONE;
    }
    CheckReport report = all ? applications() : application();
    console.out().print(output.write(report));
    if (report.refused()) {
      return ExitCode.REFUSED;
    }
    return report.has(failOn) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private CheckReport applications() {
    Repository repository = application.repository(console);
    SourceTree tree = SourceTree.ofFolder(repository.root());
    ApplicationWorld world =
        FetchFlags.world(
            Objects.requireNonNull(spec),
            console,
            repository,
            tree,
            Map.of(),
            application.cluster(),
            new ArrayList<>());
    return Check.applications(
        world, repository.path(), new Engine(), RuleTable.chosenOfRepositories(only, without));
  }

  private CheckReport application() {
    return new Check(new Engine(), RuleTable.chosen(only, without))
        .run(
            application.request(console, ParameterFlags.read(Objects.requireNonNull(spec))),
            FetchFlags.remotes(spec, console));
  }
}
