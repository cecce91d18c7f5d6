package io.agentsrender.kustomize.chart;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Entry;
import io.agentsrender.kustomize.kustomization.HelmChart;
import io.agentsrender.kustomize.kustomization.HelmGlobals;
import io.agentsrender.kustomize.load.Loader;
import io.agentsrender.kustomize.load.PathNames;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceReader;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders one entry of {@code helmCharts} (builtins/HelmChartInflationGenerator.go). */
public final class ChartGenerator {
  private static final String DEFAULT_HOME = "charts";
  private static final String VALUES = "values.yaml";

  private final HelmChart chart;
  private final String mode;
  private final String home;
  private final SharedApiVersions.Slice apiVersions;
  private final List<ChartRequest.ValueFile> additional = new ArrayList<>();
  private final ChartInflator inflator;
  private final Loader loader;
  private final ResourceReader reader;
  private final KustomizeProfile profile;

  /**
   * @param kubeVersion what the build says of the cluster; the entry's own word wins
   * @param apiVersions likewise
   * @throws BuildFailure where the entry is wrong, or charts are not enabled
   */
  public ChartGenerator(
      HelmChart chart,
      HelmGlobals globals,
      String kubeVersion,
      SharedApiVersions apiVersions,
      Optional<ChartInflator> inflator,
      Loader loader,
      ResourceReader reader,
      KustomizeProfile profile) {
    this.loader = loader;
    this.reader = reader;
    this.profile = profile;
    try {
      this.inflator =
          inflator.orElseThrow(() ->
              BuildFailure.of("must specify --enable-helm")
                  .withAdvice("Charts in kustomizations need --enable-helm."));
      if (chart.name().isEmpty()) {
        throw BuildFailure.of("chart name cannot be empty");
      }
      this.chart = chart.kubeVersion().isEmpty() ? chart.withKubeVersion(kubeVersion) : chart;
      this.apiVersions = apiVersions.configure(chart.apiVersions());
      this.mode = ChartValues.mode(chart.valuesMerge());
      this.home = home(chart, globals);
      for (Entry file : chart.additionalValuesFiles()) {
        Content content =
            BuildFailure.wrapping(
                "could not load additionalValuesFile", () -> loader.load(file.text()));
        additional.add(new ChartRequest.ValueFile(loader.pathOf(file.text()), content));
      }
    } catch (BuildFailure failure) {
      throw failure.at(chart.position());
    }
  }

  /** The folder of charts, from the kustomization; pulled versions of one chart do not mix. */
  private static String home(HelmChart chart, HelmGlobals globals) {
    String home = globals.chartHome().isEmpty() ? DEFAULT_HOME : globals.chartHome();
    return !chart.version().isEmpty() && !chart.repo().isEmpty()
        ? home + "/" + chart.name() + "-" + chart.version()
        : home;
  }

  /** The rendered objects. */
  public List<Resource> generate() {
    try {
      List<Resource> resources = render();
      if (profile.givesChartsTheNamespace()) {
        resources.forEach(Resource::markHelmGenerated);
      }
      return resources;
    } catch (BuildFailure failure) {
      throw failure.at(chart.position());
    }
  }

  private List<Resource> render() {
    if (inflator.helmMajor() > 3 && !profile.acceptsHelm4()) {
      // It asks for the version by "helm version -c --short".
      throw BuildFailure.of("unknown shorthand flag: 'c' in -c")
          .withAdvice(
              "kustomize "
                  + profile.version()
                  + " cannot run Helm 4: choose kustomize 5.8, or a"
                  + " Helm 3.");
    }
    String folder = home + "/" + chart.name();
    Optional<String> local =
        TreePath.resolve(loader.root(), folder).filter(loader.tree()::isFolder);
    SourceTree tree = loader.tree();
    String path = local.orElse("");
    if (local.isEmpty()) {
      if (chart.repo().isEmpty()) {
        throw BuildFailure.of(
                "no repo specified for pull, no chart found at '"
                    + PathNames.clean(loader.displayRoot() + "/" + folder)
                    + "'")
            .withAdvice("Put the chart there, set helmGlobals.chartHome, or name its repo.");
      }
      tree = pulled();
    }
    List<ChartRequest.ValueFile> values = new ArrayList<>();
    values.add(firstValues(local.isPresent(), folder, tree));
    values.addAll(additional);
    try {
      ChartRequest request = named(request(tree, path, values));
      return reader.readManifest(
          inflator.template(request), chart.position(), request.releaseName());
    } catch (RenderException e) {
      throw e.askedForAt(chart.position());
    }
  }

  /** helm/pkg/action/install.go, NameAndChart. */
  private ChartRequest named(ChartRequest request) {
    if (request.releaseName().isEmpty()) {
      return request.withReleaseName(inflator.releaseName(request));
    }
    if (!request.nameTemplate().isEmpty()) {
      throw BuildFailure.of("cannot set --name-template and also specify a name")
          .withAdvice("Leave out releaseName or nameTemplate.");
    }
    return request;
  }

  private SourceTree pulled() {
    try {
      return inflator.pull(
          new ChartInflator.PullRequest(
              chart.name(), chart.repo(), chart.version(), chart.devel()));
    } catch (RenderException e) {
      throw e.askedForAt(chart.position());
    }
  }

  /** The chart's own values are passed as a file too, even where nothing else is said. */
  private ChartRequest.ValueFile firstValues(boolean local, String folder, SourceTree tree) {
    String file;
    Content content;
    if (chart.valuesFile().isEmpty() && !local) {
      file = folder + "/" + VALUES;
      content =
          tree.file(VALUES).orElseThrow(() -> BuildFailure.of("the chart has no file " + VALUES));
    } else {
      String name = chart.valuesFile().isEmpty() ? folder + "/" + VALUES : chart.valuesFile();
      content = loader.load(name);
      file = loader.pathOf(name);
    }
    if (chart.valuesInline().isEmpty()) {
      return new ChartRequest.ValueFile(file, content);
    }
    return new ChartRequest.ValueFile(
        file, ChartValues.merge(mode, chart.valuesInline(), content, reader.openApi()));
  }

  private ChartRequest request(SourceTree tree, String path, List<ChartRequest.ValueFile> values) {
    return new ChartRequest(
        tree,
        path,
        chart.name(),
        chart.releaseName(),
        chart.namespace(),
        values,
        chart.includeCrds(),
        chart.skipHooks(),
        chart.skipTests(),
        apiVersions.list(),
        chart.kubeVersion(),
        chart.nameTemplate(),
        chart.debug(),
        chart.position());
  }
}
