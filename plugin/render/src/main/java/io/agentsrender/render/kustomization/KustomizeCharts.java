package io.agentsrender.render.kustomization;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.agentsrender.helm.ChartLocation;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.ValuesSource;
import io.agentsrender.helm.engine.NameTemplate;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.kustomize.chart.ChartInflator;
import io.agentsrender.kustomize.chart.ChartRequest;
import io.agentsrender.render.chart.LiveHost;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.port.ChartSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renders the charts of kustomizations with our own Helm, where kustomize would run the command.
 */
public final class KustomizeCharts implements ChartInflator {
  /** What Helm sets first, so that {@code --generate-name} has nothing left to make up. */
  private static final String UNNAMED = "release-name";

  private final Function<TemplateRequest, HelmResult> helm;
  private final HelmProfile profile;
  private final ChartSource source;
  private final Budget budget;

  /**
   * @param source gives charts that are not in the repository
   */
  public KustomizeCharts(
      HelmTemplate helm, HelmProfile profile, ChartSource source, Budget budget) {
    this(helm::render, profile, source, budget);
  }

  public KustomizeCharts(
      Function<TemplateRequest, HelmResult> helm,
      HelmProfile profile,
      ChartSource source,
      Budget budget) {
    this.helm = helm;
    this.profile = profile;
    this.source = source;
    this.budget = budget;
  }

  @Override
  public SourceTree pull(PullRequest request) {
    return source.chart(
        new ChartSource.Request(request.repository(), request.name(), version(request)));
  }

  /** What {@code helm pull --devel} means. */
  private static String version(PullRequest request) {
    return request.devel() && request.version().isEmpty() ? ">0.0.0-0" : request.version();
  }

  @Override
  public String releaseName(ChartRequest request) {
    return request.nameTemplate().isEmpty()
        ? UNNAMED
        : NameTemplate.expand(
            request.nameTemplate(), profile, new LiveHost(Clock.systemUTC()), budget.meter());
  }

  @Override
  public Content template(ChartRequest request) {
    String namespace = request.namespace().isEmpty() ? "default" : request.namespace();
    TemplateRequest template =
        TemplateRequest.of(
                new ChartLocation.Folder(request.tree(), request.chart()),
                request.releaseName(),
                new LiveHost(Clock.systemUTC()))
            .withProfile(profile)
            .withNamespace(namespace)
            .withValues(values(request))
            .withKubeVersion(
                Optional.of(request.kubeVersion()).filter(version -> !version.isEmpty()))
            .withApiVersions(request.apiVersions())
            .withMeter(budget.meter());
    TextOptions options =
        new TextOptions(
            request.includeCrds(), !request.skipHooks(), !request.skipTests(), List.of());
    return Content.ofOwned(helm.apply(template).text(options).getBytes(ISO_8859_1));
  }

  @Override
  public int helmMajor() {
    return profile.version().startsWith("4.") ? 4 : 3;
  }

  private static List<ValuesSource> values(ChartRequest request) {
    return request.values().stream()
        .map(file ->
            new ValuesSource(file.file(), file.content(), MergedValues.places(file, request)))
        .toList();
  }
}
