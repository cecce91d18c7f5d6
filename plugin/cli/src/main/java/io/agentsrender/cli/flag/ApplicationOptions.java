package io.agentsrender.cli.flag;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.local.LocalRefs;
import io.agentsrender.cli.local.Repository;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.budget.Budget;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which application, and what Argo CD would tell of it and of its cluster. */
public final class ApplicationOptions {
  @Parameters(paramLabel = "PATH", description = "the application's folder")
  private String path = ".";

  @Mixin private final RepositoryOptions repositoryOptions = new RepositoryOptions();

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

  @Mixin private final ClusterOptions clusterOptions = new ClusterOptions();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "an entry of plugin.env; repeatable")
  private Map<String, String> environment = new HashMap<>();

  /**
   * The render of that application.
   *
   * @throws io.agentsrender.source.RenderException where there is no such folder
   */
  public RenderRequest request(Console console, ParameterValues parameters) {
    Repository repository = repository(console);
    return new RenderRequest(
            SourceTree.ofFolder(repository.root()),
            repository.path(),
            new Application(
                name(repository), namespace, project, revision, environment(repository)),
            cluster(),
            parameters,
            Budget.DEFAULT)
        .withLocalRefs(LocalRefs.among(parameters.pairs(ParameterTable.REFS), console.folder()));
  }

  /**
   * Where the application is.
   *
   * @throws io.agentsrender.source.RenderException where there is no such folder
   */
  public Repository repository(Console console) {
    return repositoryOptions.of(console, path);
  }

  public Cluster cluster() {
    return clusterOptions.cluster();
  }

  private String name(Repository repository) {
    if (appName != null) {
      return appName;
    }
    String folder = TreePath.name(repository.path());
    return folder.isEmpty() ? String.valueOf(repository.root().getFileName()) : folder;
  }

  /** What Argo CD would say of the repository, as far as a clone knows it. */
  private Map<String, String> environment(Repository repository) {
    Map<String, String> known = new HashMap<>();
    repository.origin().ifPresent(url -> known.put("ARGOCD_APP_SOURCE_REPO_URL", url));
    known.putAll(environment);
    return known;
  }
}
