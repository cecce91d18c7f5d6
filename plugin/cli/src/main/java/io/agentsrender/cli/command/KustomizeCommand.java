package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.flag.FetchFlags;
import io.agentsrender.cli.flag.ProblemOptions;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.kustomize.KustomizeBuilder;
import io.agentsrender.kustomize.KustomizeOptions;
import io.agentsrender.kustomize.KustomizeResult;
import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.load.LoadRestriction;
import io.agentsrender.render.kustomization.KustomizeCharts;
import io.agentsrender.render.parameter.Profiles;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.port.Remotes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agents-render kustomize DIR}: what {@code kustomize build --enable-helm DIR} prints. */
@Command(
    name = "kustomize",
    description = "Prints what kustomize build prints for the kustomization in DIR.",
    footer = {
      "%nExamples:",
      "  agents-render kustomize --enable-helm argocd/applications/agents",
      "  agents-render kustomize overlays/production --kustomize-version 5.4.3",
    })
public final class KustomizeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "the kustomization's folder (default: ${DEFAULT-VALUE})")
  private String folder = ".";

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "the repository; by default the nearest parent with .git")
  private @Nullable String root;

  @Option(names = "--enable-helm", description = "render the charts that the kustomization names")
  private boolean enableHelm;

  @Option(
      names = "--load-restrictor",
      paramLabel = "RULE",
      description = "LoadRestrictionsRootOnly (default) or LoadRestrictionsNone")
  private Restrictor restrictor = Restrictor.LoadRestrictionsRootOnly;

  @Option(names = "--reorder", paramLabel = "ORDER", description = "legacy (default) or none")
  private KustomizeOptions.Reorder reorder = KustomizeOptions.Reorder.LEGACY;

  @Option(
      names = "--helm-kube-version",
      paramLabel = "VERSION",
      description = "the Kubernetes version that charts see")
  private String kubeVersion = "";

  @Option(
      names = "--helm-api-versions",
      split = ",",
      paramLabel = "API",
      description = "API versions that charts see; repeatable")
  private List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--helm-version",
      paramLabel = "VERSION",
      description = "the Helm to be exact with")
  private String helmVersion = "3.19";

  @Option(
      names = "--kustomize-version",
      paramLabel = "VERSION",
      description = "the kustomize to be exact with: 5.8 (default) or 5.4")
  private String kustomizeVersion = "5.8";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write there rather than to standard output")
  private @Nullable String output;

  /** The command of the real tool that would run helm: nothing is run here. */
  @SuppressWarnings("unused")
  @Option(names = "--helm-command", hidden = true)
  private @Nullable String helmCommand;

  @Mixin private final ProblemOptions problems = new ProblemOptions();

  private enum Restrictor {
    LoadRestrictionsRootOnly,
    LoadRestrictionsNone
  }

  @Spec private @Nullable CommandSpec spec;

  private KustomizeCommand(Console console) {
    this.console = console;
  }

  /** The command with the flags of what may be fetched. */
  public static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new KustomizeCommand(console));
    FetchFlags.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Repository repository = Repository.find(console.folder(), folder, Optional.ofNullable(root));
    KustomizeResult result =
        KustomizeBuilder.build(
            SourceTree.ofFolder(repository.root()), repository.path(), options());
    problems.print(console, result.problems());
    if (!result.isBuilt()) {
      return ExitCode.of(result.problems());
    }
    if (output == null) {
      console.out().print(result.yaml());
    } else {
      Files.writeString(console.folder().resolve(output), result.yaml());
    }
    return ExitCode.DONE;
  }

  private KustomizeOptions options() {
    Remotes remotes = FetchFlags.remotes(spec, console);
    KustomizeOptions.Builder options =
        KustomizeOptions.builder()
            .remotes(remotes.sources())
            .profile(Profiles.kustomize(kustomizeVersion))
            .reorder(reorder)
            .restriction(
                restrictor == Restrictor.LoadRestrictionsNone
                    ? LoadRestriction.NONE
                    : LoadRestriction.ROOT_ONLY);
    if (enableHelm) {
      options.charts(
          new KustomizeCharts(
              new HelmTemplate(ChartCache.none()),
              HelmProfile.of(helmVersion),
              remotes.charts(),
              Budget.DEFAULT),
          new ChartCapabilities(kubeVersion, apiVersions));
    }
    return options.build();
  }
}
