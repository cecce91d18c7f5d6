package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.chart.ChartGenerator;
import io.agentsrender.kustomize.generate.ConfigGenerator;
import io.agentsrender.kustomize.kustomization.ConfigArgs;
import io.agentsrender.kustomize.kustomization.GeneratorOptions;
import io.agentsrender.kustomize.kustomization.HelmChart;
import io.agentsrender.kustomize.kustomization.Kustomization;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a kustomization generates: ConfigMaps, Secrets, charts, and what its plugins make. */
final class Generators {
  private final Target target;
  private final List<Step> steps = new ArrayList<>();

  /** One generator; its configuration has been read. */
  record Step(Supplier<List<Resource>> generator, @Nullable Origin origin) {}

  Generators(Target target) {
    this.target = target;
  }

  void run(Accumulator accumulator) {
    addBuiltin();
    steps.addAll(new Plugins(target).generators(target.kustomization().generators()));
    for (Step step : steps) {
      ResourceSet generated = new ResourceSet(step.generator.get());
      target.context().meter().step(100L + generated.size());
      Origin origin = step.origin;
      if (origin != null) {
        for (Resource resource : generated.list()) {
          if (resource.originAnnotation() == null) {
            resource.setOriginAnnotation(origin.text());
          }
        }
      }
      accumulator.resources().absorbAll(generated);
    }
  }

  private void addBuiltin() {
    Kustomization kustomization = target.kustomization();
    ConfigGenerator generator =
        new ConfigGenerator(target.loader(), target.context().openApi(), target.context().meter());
    GeneratorOptions common = kustomization.generatorOptions();
    for (ConfigArgs args : kustomization.configMapGenerator()) {
      add("ConfigMapGenerator", () -> List.of(generator.configMap(args.withCommonOptions(common))));
    }
    for (ConfigArgs args : kustomization.secretGenerator()) {
      add("SecretGenerator", () -> List.of(generator.secret(args.withCommonOptions(common))));
    }
    for (HelmChart chart : kustomization.helmCharts()) {
      add("HelmChartInflationGenerator", chart(withNamespace(chart))::generate);
    }
  }

  private void add(String kind, Supplier<List<Resource>> generator) {
    Origin origin = target.origin();
    steps.add(
        new Step(generator, origin == null ? null : origin.ofBuiltin(kind, target.fileName())));
  }

  private HelmChart withNamespace(HelmChart chart) {
    return chart.namespace().isEmpty() && target.context().profile().givesChartsTheNamespace()
        ? chart.withNamespace(target.namespaceForCharts())
        : chart;
  }

  private ChartGenerator chart(HelmChart chart) {
    BuildContext context = target.context();
    return new ChartGenerator(
        chart,
        target.kustomization().helmGlobals(),
        context.kubeVersion(),
        context.apiVersions(),
        context.inflator(),
        target.loader(),
        context.reader(),
        context.profile());
  }
}
