package io.agentsrender.render.request;

import java.util.List;
import java.util.Optional;

/**
 * The facts of the destination cluster, as Argo CD passes them in {@code KUBE_VERSION} and {@code
 * KUBE_API_VERSIONS}.
 *
 * @param kubeVersion empty where unknown: the default of the chosen Helm version holds
 * @param apiVersions {@code group/version} and {@code group/version/Kind}, added to Helm's own
 */
public record Cluster(Optional<String> kubeVersion, List<String> apiVersions) {
  public static final Cluster UNKNOWN = new Cluster(Optional.empty(), List.of());

  public Cluster {
    apiVersions = List.copyOf(apiVersions);
  }
}
