package io.agentsrender.render.chart;

import io.agentsrender.helm.ChartLocation;
import io.agentsrender.helm.HelmResult;
import io.agentsrender.helm.TemplateRequest;
import io.agentsrender.helm.ValuesSource;
import io.agentsrender.helm.release.MissingDependenciesException;
import io.agentsrender.helm.set.SetFlag;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.parameter.Profiles;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Release;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.repository.Refs;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.render.values.ResolvedValueFiles;
import io.agentsrender.render.values.ValueFileResolver;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Renders a chart as Argo CD has Helm render it: with CRDs and hooks, for the facts of the
 * application.
 */
public final class ChartRenderer {
  private final Function<TemplateRequest, HelmResult> helm;
  private final ChartSource charts;

  private final CrdDocuments crds;

  /**
   * @param charts gives the dependencies that a chart declares and does not have
   */
  public ChartRenderer(
      Function<TemplateRequest, HelmResult> helm, ChartSource charts, CrdDocuments crds) {
    this.helm = helm;
    this.charts = charts;
    this.crds = crds;
  }

  public List<KubernetesObject> render(
      RenderRequest request, Release release, Refs refs, RenderNotes notes) {
    LiveHost host = new LiveHost(Clock.systemUTC());
    HelmResult result = rendered(templateRequest(request, release, refs, host, notes), release);
    notes.problems().addAll(result.warnings());
    Stream.concat(result.manifests().stream(), result.hooks().stream())
        .forEach(document -> notes.templates().put(document.template(), document.rendered()));
    notes.problems().addAll(host.warnings(release.chart().folder()));
    return new ReleaseObjects(release.releaseName(), crds)
        .of(result, !release.skipCrds(), !request.parameters().isTrue(ParameterTable.SKIP_TESTS));
  }

  /** The chart with the values of the release, for {@code helm lint}. */
  public static TemplateRequest lintRequest(RenderRequest request, Release release, Refs refs) {
    LiveHost host = new LiveHost(Clock.systemUTC());
    return templateRequest(request, release, refs, host, new RenderNotes());
  }

  /** As Argo CD does, the dependencies are built where they are missing, and only then. */
  private HelmResult rendered(TemplateRequest template, Release release) {
    try {
      return helm.apply(template);
    } catch (MissingDependenciesException missing) {
      Located chart = release.chart();
      return helm.apply(
          template.withChart(
              new ChartLocation.Folder(withDependencies(chart, missing), chart.folder())));
    }
  }

  private SourceTree withDependencies(Located chart, MissingDependenciesException missing) {
    try {
      return charts.withDependencies(chart.tree(), chart.folder());
    } catch (RenderException e) {
      List<Problem> both = new ArrayList<>(missing.problems());
      both.addAll(e.problems());
      throw new RenderException(both);
    }
  }

  /** The release of a chart that is an application by itself. */
  public static Release release(RenderRequest request, Plan.Chart plan) {
    ParameterValues parameters = request.parameters();
    return new Release(
        new Located(request.tree(), plan.folder()),
        releaseName(request),
        request.application().namespace(),
        ValueFileResolver.names(
            parameters.array(ParameterTable.VALUES_FILES),
            plan.folder(),
            parameters.isTrue(ParameterTable.IGNORE_MISSING_VALUES_FILES)),
        Map.of(),
        parameters.isTrue(ParameterTable.SKIP_CRDS));
  }

  /** Argo CD's rule: the application's name unless another is set. */
  private static String releaseName(RenderRequest request) {
    return request
        .parameters()
        .string(ParameterTable.RELEASE_NAME)
        .filter(name -> !name.isEmpty())
        .orElse(request.application().releaseName());
  }

  private static TemplateRequest templateRequest(
      RenderRequest request, Release release, Refs refs, LiveHost host, RenderNotes notes) {
    ParameterValues parameters = request.parameters();
    Located chart = release.chart();
    return TemplateRequest.of(
            new ChartLocation.Folder(chart.tree(), chart.folder()), release.releaseName(), host)
        .withNamespace(release.namespace().isEmpty() ? "default" : release.namespace())
        .withProfile(Profiles.helm(parameters))
        .withValues(values(request, release, refs, notes))
        .withSetFlags(setFlags(parameters, release))
        .withFiles(key -> setFile(key, release, request, refs))
        .withKubeVersion(request.cluster().kubeVersion())
        .withApiVersions(request.cluster().apiVersions())
        .withSkipSchemaValidation(parameters.isTrue(ParameterTable.SKIP_SCHEMA_VALIDATION))
        .withNodes(true)
        .withMeter(request.budget().meter());
  }

  /** The value files, and above them the values given as text. */
  private static List<ValuesSource> values(
      RenderRequest request, Release release, Refs refs, RenderNotes notes) {
    ResolvedValueFiles files =
        ValueFileResolver.resolve(release.valueFiles(), request.tree(), refs);
    notes.valueFiles().addAll(files.uses());
    List<ValuesSource> sources = new ArrayList<>();
    files.files().forEach(file -> sources.add(new ValuesSource(file.path(), file.content())));
    request
        .parameters()
        .string(ParameterTable.VALUES)
        .ifPresent(values ->
            sources.add(new ValuesSource("the parameter values", Content.ofText(values))));
    return sources;
  }

  /** The content of the file whose name is to be the value of that path. */
  private static Optional<Content> setFile(
      String key, Release release, RenderRequest request, Refs refs) {
    return Optional.ofNullable(release.setFiles().get(key))
        .map(name ->
            ValueFileResolver.resolve(List.of(name), request.tree(), refs)
                .files()
                .getFirst()
                .content());
  }

  private static List<SetFlag> setFlags(ParameterValues parameters, Release release) {
    List<SetFlag> flags = new ArrayList<>();
    parameters
        .assignments(ParameterTable.SET)
        .forEach(text -> flags.add(new SetFlag(SetFlag.Kind.TYPED, text)));
    parameters
        .assignments(ParameterTable.SET_STRING)
        .forEach(text -> flags.add(new SetFlag(SetFlag.Kind.STRING, text)));
    release
        .setFiles()
        .keySet()
        .forEach(key -> flags.add(new SetFlag(SetFlag.Kind.FILE, key + "=" + key)));
    return flags;
  }
}
