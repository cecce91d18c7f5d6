package io.agentsrender.cli;

import io.agentsrender.cli.report.Report;
import io.agentsrender.render.Application;
import io.agentsrender.render.Cluster;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.source.Budget;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
final class RenderCommand implements Callable<Integer> {
  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "the application's folder")
  private String path = ".";

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "the repository; by default the nearest parent with .git or agents-render.yaml")
  private @Nullable String root;

  @Option(
      names = "--app-name",
      paramLabel = "NAME",
      description = "the Application's name; by default the folder's")
  private @Nullable String appName;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "the destination namespace")
  private String namespace = "";

  @Option(names = "--project", paramLabel = "NAME", description = "the AppProject")
  private String project = "";

  @Option(names = "--revision", paramLabel = "COMMIT", description = "the commit that is rendered")
  private String revision = "";

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "the cluster's Kubernetes version")
  private @Nullable String kubeVersion;

  @Option(
      names = {"-a", "--api-versions"},
      split = ",",
      paramLabel = "API",
      description = "API versions of the cluster; repeatable")
  private List<String> apiVersions = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "an entry of plugin.env; repeatable")
  private Map<String, String> environment = new HashMap<>();

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
  static CommandSpec spec(Console console) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new RenderCommand(console));
    ParameterFlags.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    Repository repository = Repository.find(console.folder(), path, Optional.ofNullable(root));
    ParameterValues parameters = ParameterFlags.read(java.util.Objects.requireNonNull(spec));
    RenderRequest request =
        new RenderRequest(
                SourceTree.ofFolder(repository.root()),
                repository.path(),
                application(repository),
                new Cluster(Optional.ofNullable(kubeVersion), apiVersions),
                parameters,
                Budget.DEFAULT)
            .withLocalRefs(
                LocalRefs.among(parameters.entries(ParameterTable.REFS), console.folder()));
    RenderResult result = new Engine().render(request);
    problems.print(console, result.problems());
    if (report != null) {
      output.write(report, result, console.out());
      return result.isFailed() ? ExitCode.FAILED : ExitCode.DONE;
    }
    if (result.isFailed()) {
      return ExitCode.FAILED;
    }
    output.write(result.objects(), console.out());
    return ExitCode.DONE;
  }

  private Application application(Repository repository) {
    String name = appName;
    if (name == null) {
      String folder = TreePath.name(repository.path());
      name = folder.isEmpty() ? String.valueOf(repository.root().getFileName()) : folder;
    }
    return new Application(name, namespace, project, revision, environment(repository));
  }

  /** What Argo CD would say of the repository, as far as a clone knows it. */
  private Map<String, String> environment(Repository repository) {
    Map<String, String> known = new HashMap<>();
    repository.origin().ifPresent(url -> known.put("ARGOCD_APP_SOURCE_REPO_URL", url));
    known.putAll(environment);
    return known;
  }
}
