package io.agentsrender.helm;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.TemplateCache;
import io.agentsrender.helm.engine.function.YamlFragments;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.VersionRange;
import io.agentsrender.helm.schema.ValuesSchema;
import io.agentsrender.source.budget.Meter;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A chart with what was parsed of it for one release of Helm; shared by many threads. */
public final class LoadedChart {
  private final Chart chart;
  private final HelmProfile profile;
  private final TemplateCache templates;
  private final ConcurrentHashMap<String, ValuesSchema> schemas = new ConcurrentHashMap<>();
  private volatile @Nullable VersionRange kubernetes;

  LoadedChart(Chart chart, HelmProfile profile, YamlFragments fragments) {
    this.chart = chart;
    this.profile = profile;
    this.templates = new TemplateCache(fragments);
  }

  public Chart chart() {
    return chart;
  }

  HelmProfile profile() {
    return profile;
  }

  /** The releases of Kubernetes that it is for. */
  VersionRange kubernetes() {
    VersionRange known = kubernetes;
    if (known == null) {
      known = VersionRange.of(profile, chart.metadata().kubeVersion());
      kubernetes = known;
    }
    return known;
  }

  TemplateCache templates() {
    return templates;
  }

  /** The compiled schema of this chart or one below it. */
  ValuesSchema schema(ChartFile file, Meter meter) {
    return schemas.computeIfAbsent(
        file.source(), _ -> ValuesSchema.compile(file.content(), profile.schemaLibrary(), meter));
  }
}
