package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.chart.ChartCapabilities;
import io.agentsrender.kustomize.chart.ChartInflator;
import io.agentsrender.kustomize.chart.SharedApiVersions;
import io.agentsrender.kustomize.openapi.OpenApi;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.DocumentCache;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.source.Problem;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all levels of one build share. */
public final class BuildContext {
  private final KustomizeProfile profile;
  private final Optional<ChartInflator> inflator;
  private final String kubeVersion;
  private final SharedApiVersions apiVersions;
  private final Meter meter;
  private final OpenApi openApi = new OpenApi();
  private final ResourceReader reader;
  private final List<Problem> warnings = new ArrayList<>();

  public BuildContext(
      KustomizeProfile profile,
      Optional<ChartInflator> inflator,
      ChartCapabilities capabilities,
      DocumentCache cache,
      Meter meter) {
    this.profile = profile;
    this.inflator = inflator;
    this.kubeVersion = capabilities.kubeVersion();
    this.apiVersions = new SharedApiVersions(capabilities.apiVersions());
    this.meter = meter;
    this.reader = new ResourceReader(openApi, profile, cache);
  }

  public KustomizeProfile profile() {
    return profile;
  }

  Optional<ChartInflator> inflator() {
    return inflator;
  }

  /** What charts are told of the cluster, where they say nothing. */
  String kubeVersion() {
    return kubeVersion;
  }

  SharedApiVersions apiVersions() {
    return apiVersions;
  }

  public Meter meter() {
    return meter;
  }

  public OpenApi openApi() {
    return openApi;
  }

  ResourceReader reader() {
    return reader;
  }

  /** What a person should know of a build that succeeded. */
  public List<Problem> warnings() {
    return warnings;
  }
}
