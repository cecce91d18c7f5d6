package io.agentsrender.cli.flag;

import io.agentsrender.render.request.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What Argo CD would tell of the cluster. */
public final class ClusterOptions {
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

  public Cluster cluster() {
    return new Cluster(Optional.ofNullable(kubeVersion), apiVersions);
  }
}
