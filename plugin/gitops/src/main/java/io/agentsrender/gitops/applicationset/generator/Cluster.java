package io.agentsrender.gitops.applicationset.generator;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster as its Secret in Argo CD describes it.
 *
 * @param labels of the Secret
 * @param annotations of the Secret
 */
public record Cluster(
    String name,
    String server,
    Optional<String> project,
    Map<String, String> labels,
    Map<String, String> annotations) {
  static final String IN_CLUSTER_NAME = "in-cluster";

  /** Where the API server of the cluster is in which Argo CD runs. */
  static final String IN_CLUSTER_SERVER = "https://kubernetes.default.svc";

  public Cluster {
    labels = new TreeMap<>(labels);
    annotations = new TreeMap<>(annotations);
  }
}
