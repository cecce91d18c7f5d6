package io.agentsrender.render.request;

import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import java.util.Map;

/**
 * Everything a render depends on. Two equal requests over equal trees give the same bytes.
 *
 * @param tree the repository
 * @param path of the application inside it
 * @param localRefs folders of this machine by the name of the ref that stands for them
 */
public record RenderRequest(
    SourceTree tree,
    String path,
    Application application,
    Cluster cluster,
    ParameterValues parameters,
    Map<String, SourceTree> localRefs,
    Budget budget) {
  public RenderRequest {
    localRefs = Map.copyOf(localRefs);
  }

  /** A request without refs to folders of this machine. */
  public RenderRequest(
      SourceTree tree,
      String path,
      Application application,
      Cluster cluster,
      ParameterValues parameters,
      Budget budget) {
    this(tree, path, application, cluster, parameters, Map.of(), budget);
  }

  public static RenderRequest of(SourceTree tree, String path, Application application) {
    return new RenderRequest(
        tree, path, application, Cluster.UNKNOWN, ParameterValues.NONE, Budget.DEFAULT);
  }

  public RenderRequest withApplication(Application application) {
    return new RenderRequest(tree, path, application, cluster, parameters, localRefs, budget);
  }

  public RenderRequest withCluster(Cluster cluster) {
    return new RenderRequest(tree, path, application, cluster, parameters, localRefs, budget);
  }

  public RenderRequest withParameters(ParameterValues parameters) {
    return new RenderRequest(tree, path, application, cluster, parameters, localRefs, budget);
  }

  public RenderRequest withLocalRefs(Map<String, SourceTree> localRefs) {
    return new RenderRequest(tree, path, application, cluster, parameters, localRefs, budget);
  }

  /** The same for a folder of another tree. */
  public RenderRequest withFolder(SourceTree tree, String path) {
    return new RenderRequest(tree, path, application, cluster, parameters, localRefs, budget);
  }
}
