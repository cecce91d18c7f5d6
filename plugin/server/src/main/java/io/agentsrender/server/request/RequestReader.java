package io.agentsrender.server.request;

import io.agentsrender.proto.plugin.EnvEntry;
import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.budget.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** Reads what a call wants rendered. */
public final class RequestReader {
  private final Map<String, String> sidecar;

  /**
   * @param sidecar the environment of this process
   */
  public RequestReader(Map<String, String> sidecar) {
    this.sidecar = Map.copyOf(sidecar);
  }

  /**
   * The request.
   *
   * @param tree what was sent
   * @throws io.agentsrender.source.RenderException where the path leads out of the tree, or a
   *     parameter is malformed or unknown
   */
  public RenderRequest read(ManifestRequestMetadata metadata, SourceTree tree, Budget budget) {
    Environment environment = environment(metadata);
    String folder = folder(metadata);
    Optional<String> cut = cut(environment, folder, tree);
    SourceTree repository = cut.<SourceTree>map(place -> new CutTree(tree, place)).orElse(tree);
    return new RenderRequest(
        repository,
        TreePath.join(cut.orElse(TreePath.ROOT), folder),
        application(metadata, environment),
        cluster(environment),
        ParameterReader.read(environment),
        budget);
  }

  /** The application's folder in what was sent. */
  public static String folder(ManifestRequestMetadata metadata) {
    return TreePath.confine(
        TreePath.ROOT, metadata.getAppRelPath(), "finding the application's folder");
  }

  /** What to call the application in logs and queues, before anything else is known of it. */
  public String name(ManifestRequestMetadata metadata) {
    return name(metadata, environment(metadata));
  }

  private static String name(ManifestRequestMetadata metadata, Environment environment) {
    String name = environment.get("ARGOCD_APP_NAME");
    return name.isEmpty() ? metadata.getAppName() : name;
  }

  /** The commit of the source; empty where it is not told. */
  public String revision(ManifestRequestMetadata metadata) {
    return environment(metadata).get("ARGOCD_APP_REVISION");
  }

  private Environment environment(ManifestRequestMetadata metadata) {
    List<Entry<String, String>> request =
        metadata.getEnvList().stream().map(RequestReader::entry).toList();
    return Environment.of(sidecar, request);
  }

  private static Entry<String, String> entry(EnvEntry entry) {
    return Map.entry(entry.getName(), entry.getValue());
  }

  /**
   * Where in the repository the archive's root stands, if that is not the repository's root: the
   * application's path is longer in its Application than in the archive.
   */
  private static Optional<String> cut(Environment environment, String folder, SourceTree sent) {
    return TreePath.resolve(TreePath.ROOT, environment.get("ARGOCD_APP_SOURCE_PATH"))
        .filter(path -> path.length() > folder.length())
        .filter(path -> folder.isEmpty() || path.endsWith("/" + folder))
        .filter(path -> !sent.isFolder(path))
        .map(path ->
            folder.isEmpty() ? path : path.substring(0, path.length() - folder.length() - 1));
  }

  private static Application application(
      ManifestRequestMetadata metadata, Environment environment) {
    return new Application(
        name(metadata, environment),
        environment.get("ARGOCD_APP_NAMESPACE"),
        environment.get("ARGOCD_APP_PROJECT_NAME"),
        environment.get("ARGOCD_APP_REVISION"),
        environment.entries());
  }

  private static Cluster cluster(Environment environment) {
    List<String> apiVersions =
        Arrays.stream(environment.get("KUBE_API_VERSIONS").split(","))
            .map(String::strip)
            .filter(version -> !version.isEmpty())
            .toList();
    return new Cluster(
        environment.find("KUBE_VERSION").filter(version -> !version.isEmpty()), apiVersions);
  }
}
