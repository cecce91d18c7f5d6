package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.ApplicationOptions;
import io.agentsrender.cli.flag.FetchFlags;
import io.agentsrender.cli.flag.ParameterFlags;
import io.agentsrender.cli.flag.ProblemOptions;
import io.agentsrender.cli.output.OutputFormat;
import io.agentsrender.cli.report.Report;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.RenderRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agents-render render PATH}: what Argo CD would apply for the application at PATH. */
@Command(
    name = "render",
    description = "Prints what Argo CD would apply for the application at PATH.",
    footer = {
      "%nExamples:",
      "  agents-render render charts/agents --namespace agents -f values-production.yaml",
      "  agents-render render apps/web --output name",
      "  agents-render render environments/_shared/components/apps/web --environment dev",
      "  agents-render render apps/web --policies 'progressiveDelivery: {enabled: true}'",
      "  agents-render render apps/web --report images",
    })
public final class RenderCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final ApplicationOptions application = new ApplicationOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "yaml (default), json or name")
  private OutputFormat output = OutputFormat.yaml;

  @Option(
      names = "--report",
      paramLabel = "REPORT",
      description =
          "print a report in place of the objects: images (each with the values it comes from) or"
              + " hooks (what Argo CD does with them)")
  private @Nullable Report report;

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  private RenderCommand(Console console) {
    this.console = console;
  }

  /** The command with a flag for every parameter of the table. */
  public static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new RenderCommand(console));
    ParameterFlags.addTo(spec);
    FetchFlags.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    ParameterValues parameters = ParameterFlags.read(java.util.Objects.requireNonNull(spec));
    RenderRequest request = application.request(console, parameters);
    RenderResult result = new Engine().render(request, FetchFlags.remotes(spec, console));
    problems.print(console, result.problems());
    if (report != null) {
      output.write(report, result, console.out());
      return ExitCode.of(result.problems());
    }
    if (result.isFailed()) {
      return ExitCode.of(result.problems());
    }
    output.write(result.objects(), console.out());
    return ExitCode.DONE;
  }
}
