package io.agentsrender.cli.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.LocalRelease;
import io.agentsrender.cli.flag.ProblemOptions;
import io.agentsrender.cli.flag.TemplateFlag;
import io.agentsrender.cli.flag.TemplateOptions;
import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.engine.NameTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Budget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agents-render template NAME CHART}: what {@code helm template} prints. */
@Command(
    name = "template",
    description = "Prints what helm template prints for CHART, a folder or a packaged chart.",
    footer = {
      "%nExamples:",
      "  agents-render template agents charts/agents -n agents -f values-production.yaml"
          + " --include-crds",
      "  agents-render template web ./web-1.2.0.tgz --set image.tag=v3 --show-only"
          + " templates/deployment.yaml",
    })
public final class TemplateCommand implements Callable<Integer> {
  private static final String UNNAMED = "release-name";

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "[NAME] CHART",
      description = "the release's name, and the chart")
  private List<String> arguments = new ArrayList<>();

  @Mixin private final TemplateOptions options = new TemplateOptions();

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  @Spec private @Nullable CommandSpec spec;

  private TemplateCommand(Console console) {
    this.console = console;
  }

  /** The command with all flags of the real one. */
  public static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new TemplateCommand(console));
    TemplateFlag.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
    checkArguments(commandLine);
    try {
      TemplateFlag.check(commandLine.getParseResult(), HelmProfile.of(options.helmVersion));
      HelmTemplate helm = new HelmTemplate(ChartCache.none());
      HelmResult result = helm.render(request());
      String text =
          result.text(
              new TextOptions(
                  options.includeCrds, !options.noHooks, !options.skipTests, options.showOnly));
      problems.print(console, result.warnings());
      console.out().write(text.getBytes(ISO_8859_1));
      return ExitCode.DONE;
    } catch (RenderException e) {
      RenderException failure = TemplateFlag.withoutUpdate(commandLine.getParseResult(), e);
      problems.print(console, failure.problems());
      return ExitCode.of(failure.problems());
    }
  }

  /** In Helm's words (action/install.go, NameAndChart). */
  private void checkArguments(CommandLine commandLine) {
    if (arguments.isEmpty()) {
      throw new ParameterException(
          commandLine, "\"helm template\" requires at least 1 argument: [NAME] CHART");
    }
    if (arguments.size() > 2) {
      throw new ParameterException(
          commandLine,
          "expected at most two arguments, unexpected arguments: "
              + String.join(", ", arguments.subList(2, arguments.size())));
    }
    if (arguments.size() == 2 && options.generateName) {
      throw new ParameterException(
          commandLine, "cannot set --generate-name and also specify a name");
    }
    String template = options.nameTemplate;
    if (arguments.size() == 2 && template != null && !template.isEmpty()) {
      throw new ParameterException(
          commandLine, "cannot set --name-template and also specify a name");
    }
  }

  private TemplateRequest request() throws IOException {
    return new LocalRelease(console, options)
        .request(arguments.getLast(), releaseName())
        .withUpgrade(options.isUpgrade);
  }

  /** Helm sets a name of its own first, so that --generate-name has nothing left to make up. */
  private String releaseName() {
    String template = options.nameTemplate;
    if (template != null && !template.isEmpty()) {
      return NameTemplate.expand(
          template,
          HelmProfile.of(options.helmVersion),
          LocalRelease.host(),
          Budget.DEFAULT.meter());
    }
    return arguments.size() == 2 ? arguments.getFirst() : UNNAMED;
  }
}
