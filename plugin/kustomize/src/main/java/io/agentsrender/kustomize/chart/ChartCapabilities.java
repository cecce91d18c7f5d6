package io.agentsrender.kustomize.chart;

import java.util.List;

/**
 * What charts are told of the cluster, unless they say it themselves: {@code --helm-kube-version}
 * and {@code --helm-api-versions}.
 *
 * @param kubeVersion empty for helm's own default
 */
public record ChartCapabilities(String kubeVersion, List<String> apiVersions) {
  public static final ChartCapabilities NONE = new ChartCapabilities("", List.of());

  public ChartCapabilities {
    apiVersions = List.copyOf(apiVersions);
  }
}
