package io.agentsrender.render;

import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.source.Budget;
import io.agentsrender.source.SourceTree;

/**
 * Everything a render depends on. Two equal requests over equal trees give the same bytes.
 *
 * @param tree the repository
 * @param path of the application inside it
 */
public record RenderRequest(
    SourceTree tree,
    String path,
    Application application,
    Cluster cluster,
    ParameterValues parameters,
    Budget budget) {

  public static RenderRequest of(SourceTree tree, String path, Application application) {
    return new RenderRequest(
        tree, path, application, Cluster.UNKNOWN, ParameterValues.NONE, Budget.DEFAULT);
  }

  public RenderRequest withCluster(Cluster cluster) {
    return new RenderRequest(tree, path, application, cluster, parameters, budget);
  }

  public RenderRequest withParameters(ParameterValues parameters) {
    return new RenderRequest(tree, path, application, cluster, parameters, budget);
  }

  public RenderRequest withBudget(Budget budget) {
    return new RenderRequest(tree, path, application, cluster, parameters, budget);
  }
}
