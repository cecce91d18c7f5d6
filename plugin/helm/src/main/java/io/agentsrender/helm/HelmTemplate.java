package io.agentsrender.helm;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.helm.engine.TemplateEngine;
import io.agentsrender.helm.engine.object.ReleaseFacts;
import io.agentsrender.helm.output.ReleaseDocuments;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import io.agentsrender.helm.release.ReleaseCharts;
import io.agentsrender.helm.set.SetFlags;
import io.agentsrender.helm.values.GoValues;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.helm.values.ValueTables;
import io.agentsrender.helm.values.ValuesFile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Renders charts as {@code helm template} does, in this process: the same bytes, the same refusals.
 * For many threads.
 */
public final class HelmTemplate {
  private final ChartCache cache;

  /** Renders with what a cache keeps of charts. */
  public HelmTemplate(ChartCache cache) {
    this.cache = cache;
  }

  /**
   * Renders a release.
   *
   * @throws RenderException where Helm would refuse it, or a budget is used up; its first problem
   *     has Helm's own words
   */
  public HelmResult render(TemplateRequest request) {
    try {
      return run(request);
    } catch (StackOverflowError e) {
      throw new RenderException(
          Problem.notSupported(
                  "rendering release \"" + request.releaseName() + "\"",
                  "values or documents nest too deep")
              .withAdvice("Look for a value that holds very many others inside of each other."),
          e);
    }
  }

  private HelmResult run(TemplateRequest request) {
    HelmProfile profile = request.profile();
    Capabilities capabilities = capabilities(request);
    ValueTable given = givenValues(request, cache.releases());
    LoadedChart loaded = cache.load(request.chart(), profile);
    Set<String> foreign = request.foreignValues().among(given, loaded.chart());
    if (!ReleaseKey.isPossible(request)) {
      return run(request, loaded, capabilities, without(given, foreign), request.host());
    }
    ReleaseKey key = ReleaseKey.of(loaded, foreign, request);
    HelmResult known = cache.releases().result(key);
    if (known == null) {
      ObservedHost host = new ObservedHost(request.host());
      known = run(request, loaded, capabilities, without(given, foreign), host);
      if (!host.wasAsked()) {
        cache.keep(key, known);
      }
    }
    return known;
  }

  private static ValueTable without(ValueTable given, Set<String> foreign) {
    foreign.forEach(given::remove);
    return given;
  }

  private static HelmResult run(
      TemplateRequest request,
      LoadedChart loaded,
      Capabilities capabilities,
      ValueTable given,
      Host host) {
    HelmProfile profile = request.profile();
    Chart chart = loaded.chart();
    List<Problem> warnings = new ArrayList<>(chart.warnings());
    checkInstallable(chart, warnings);
    ReleaseCharts.checkPresent(chart, profile);
    ReleaseName.check(request.releaseName(), profile);
    ReleaseCharts charts = ReleaseCharts.resolve(chart, given, profile, warnings::add);
    if (!request.skipSchemaValidation()) {
      new SchemaCheck(loaded, request).check(charts);
    }
    checkKubernetes(loaded, capabilities);
    List<RenderedTemplate> rendered =
        new TemplateEngine(profile, loaded.templates())
            .render(
                charts.root(),
                new GoValues().map(charts.values()),
                ReleaseFacts.ofTemplate(
                    request.releaseName(), request.namespace(), request.upgrade()),
                capabilities,
                host,
                request.meter());
    ReleaseDocuments documents =
        ReleaseDocuments.of(rendered, chart.name(), profile, request.withNodes(), warnings::add);
    return new HelmResult(profile, charts, documents, warnings);
  }

  static Capabilities capabilities(TemplateRequest request) {
    HelmProfile profile = request.profile();
    Capabilities capabilities =
        Capabilities.defaults(profile).plusApiVersions(request.apiVersions());
    return request
        .kubeVersion()
        .map(version -> capabilities.withKubernetes(KubernetesVersion.parse(version, profile)))
        .orElse(capabilities);
  }

  /** What files and flags give. */
  static ValueTable givenValues(TemplateRequest request) {
    return givenValues(request, new RecentReleases(0));
  }

  private static ValueTable givenValues(TemplateRequest request, RecentReleases known) {
    HelmProfile profile = request.profile();
    ValueTable values = new ValueTable();
    for (ValuesSource source : request.values()) {
      ValueTable file =
          known.values(
              ReleaseKey.Values.of(source, profile),
              source.content().size(),
              () -> ValuesFile.ofUser(source.content(), source.path(), source.places(), profile));
      values = ValueTables.merge(values, file);
    }
    return new SetFlags(profile, request.files()).apply(values.copy(), request.setFlags());
  }

  private static void checkInstallable(Chart chart, List<Problem> warnings) {
    Position description = Position.ofFile(chart.source() + "/Chart.yaml");
    String type = chart.metadata().type();
    if (!type.isEmpty() && !type.equals("application")) {
      throw new RenderException(
          Problem.error(
                  "rendering chart \"" + chart.name() + "\"", type + " charts are not installable")
              .withPlace(description)
              .withAdvice("Render a chart that depends on it."));
    }
    if (chart.metadata().deprecated()) {
      warnings.add(
          Problem.warning("rendering chart \"" + chart.name() + "\"", "This chart is deprecated")
              .withPlace(description));
    }
  }

  private static void checkKubernetes(LoadedChart loaded, Capabilities capabilities) {
    Chart chart = loaded.chart();
    String range = chart.metadata().kubeVersion();
    KubernetesVersion version = capabilities.kubernetes();
    if (!range.isEmpty() && !loaded.kubernetes().contains(version.comparable())) {
      throw new RenderException(
          Problem.error(
                  "rendering chart \"" + chart.name() + "\"",
                  "chart requires kubeVersion: "
                      + range
                      + " which is incompatible with Kubernetes "
                      + version.version())
              .withTopic("kube-version")
              .withPlace(Position.ofFile(chart.source() + "/Chart.yaml"))
              .withAdvice("Say which Kubernetes it is for (--kube-version)."));
    }
  }
}
