package io.agentsrender.render.chart;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.gitops.layering.ValueLayers;
import io.agentsrender.gitops.repository.Environment;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Release;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.repository.RenderSources;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.render.values.ValueFileResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The release of a component: what its file says, unless a parameter says otherwise. */
public final class ComponentRelease {
  private final RenderRequest request;
  private final Plan.ComponentChart plan;
  private final RenderSources sources;

  public ComponentRelease(RenderRequest request, Plan.ComponentChart plan, RenderSources sources) {
    this.request = request;
    this.plan = plan;
    this.sources = sources;
  }

  public Release release() {
    Located chart = sources.charts().find(plan.component(), plan.chart());
    ValueLayers.Wanted wanted = wanted(chart);
    ValueLayers layers = new ValueLayers(request.tree(), sources.settings());
    return new Release(
        chart,
        releaseName(),
        namespace(layers, wanted),
        valueFiles(layers, wanted),
        Map.of(),
        skipCrds());
  }

  private ValueLayers.Wanted wanted(Located chart) {
    return new ValueLayers.Wanted(
        plan.component(),
        plan.folder(),
        Optional.of(chart).filter(found -> found.tree() == request.tree()).map(Located::folder),
        parameters().string(ParameterTable.ENVIRONMENT).filter(name -> !name.isEmpty()),
        request.application().namespace());
  }

  private ParameterValues parameters() {
    return request.parameters();
  }

  private String releaseName() {
    Chart chart = plan.chart();
    return parameters()
        .string(ParameterTable.RELEASE_NAME)
        .filter(name -> !name.isEmpty())
        .or(() -> chart.releaseName().map(PlacedText::text))
        .orElse(plan.component().name().text());
  }

  /** The destination's, and without one what the component or its environment says. */
  private String namespace(ValueLayers layers, ValueLayers.Wanted wanted) {
    Component component = plan.component();
    if (!wanted.namespace().isEmpty()) {
      return wanted.namespace();
    }
    return component.isClusterWide()
        ? component.namespace().map(PlacedText::text).orElse("")
        : layers.environment(wanted).flatMap(Environment::namespace).orElse("");
  }

  private List<ValueFileName> valueFiles(ValueLayers layers, ValueLayers.Wanted wanted) {
    List<String> given = parameters().array(ParameterTable.VALUES_FILES);
    boolean ignoreMissing =
        parameters()
            .truth(ParameterTable.IGNORE_MISSING_VALUES_FILES)
            .orElse(plan.chart().ignoreMissingValueFiles());
    List<ValueFileName> files =
        given.isEmpty()
            ? layers.files(wanted, plan.chart())
            : ValueFileResolver.names(given, plan.folder(), ignoreMissing);
    return files.stream().map(file -> file.withMayBeMissing(ignoreMissing)).toList();
  }

  private boolean skipCrds() {
    return parameters().truth(ParameterTable.SKIP_CRDS).orElse(plan.chart().skipCrds());
  }
}
