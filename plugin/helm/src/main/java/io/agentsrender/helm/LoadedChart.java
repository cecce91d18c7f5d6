package io.agentsrender.helm;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.engine.TemplateCache;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.schema.ValuesSchema;
import io.agentsrender.source.budget.Meter;
import java.util.concurrent.ConcurrentHashMap;

/** A chart with what was parsed of it for one release of Helm; shared by many threads. */
public final class LoadedChart {
  private final Chart chart;
  private final HelmProfile profile;
  private final TemplateCache templates = new TemplateCache();
  private final ConcurrentHashMap<String, ValuesSchema> schemas = new ConcurrentHashMap<>();

  LoadedChart(Chart chart, HelmProfile profile) {
    this.chart = chart;
    this.profile = profile;
  }

  public Chart chart() {
    return chart;
  }

  HelmProfile profile() {
    return profile;
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
