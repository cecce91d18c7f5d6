package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.engine.NameTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Budget;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
final class TemplateCommand implements Callable<Integer> {
  private static final String UNNAMED = "release-name";

  private final Console console;

  @Parameters(
      arity = "1..2",
      paramLabel = "[NAME] CHART",
      description = "the release's name, and the chart")
  private List<String> arguments = new ArrayList<>();

  @Mixin private final TemplateOptions options = new TemplateOptions();

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  TemplateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
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
      problems.print(console, e.problems());
      return ExitCode.FAILED;
    }
  }

  private TemplateRequest request() throws IOException {
    return new LocalRelease(console, options)
        .request(arguments.getLast(), releaseName())
        .withUpgrade(options.isUpgrade);
  }

  private String releaseName() {
    String template = options.nameTemplate;
    if (template != null) {
      return NameTemplate.expand(
          template,
          HelmProfile.of(options.helmVersion),
          LocalRelease.host(),
          Budget.DEFAULT.meter());
    }
    return arguments.size() == 2 ? arguments.getFirst() : UNNAMED;
  }
}
