package io.agentsrender.render;

import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.kustomize.resource.RecentDocuments;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.PolicyResult;
import io.agentsrender.render.chart.ChartRenderer;
import io.agentsrender.render.chart.ComponentRelease;
import io.agentsrender.render.chart.CrdDocuments;
import io.agentsrender.render.chart.RenderNotes;
import io.agentsrender.render.kustomization.KustomizationRenderer;
import io.agentsrender.render.kustomization.KustomizeCharts;
import io.agentsrender.render.manifest.ManifestFolderRenderer;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.Profiles;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Planner;
import io.agentsrender.render.plan.Release;
import io.agentsrender.render.policy.ApplicationPolicies;
import io.agentsrender.render.policy.RenderPolicies;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.repository.RenderSources;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.Severity;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.cache.CacheUsage;
import io.agentsrender.source.port.Remotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Renders: a request becomes a plan, the plan becomes objects. One engine serves many threads; what
 * it keeps between renders is keyed by content and never changes an answer.
 */
public final class Engine {
  /**
   * Parsed charts are some ten times as large as their files: room for a few hundred charts, or, in
   * a small pod, for as many as leave two thirds of the heap to all else.
   */
  private static final long DEFAULT_CACHE_BYTES = least(128L << 20, 6);

  /** Room for the parsed files of a few hundred kustomizations. */
  private static final long DOCUMENT_CACHE_BYTES = least(64L << 20, 12);

  private static final long CRD_BYTES = 4L << 20;

  private final Planner planner = new Planner();
  private final RecentDocuments documents = new RecentDocuments(DOCUMENT_CACHE_BYTES);
  private final ChartCache charts;
  private final HelmTemplate helm;
  private final CrdDocuments crds = new CrdDocuments(CRD_BYTES);

  /** An engine that keeps what it parsed in a cache of the default size. */
  public Engine() {
    this(new ChartCache(DEFAULT_CACHE_BYTES));
  }

  /**
   * @param charts keeps parsed charts between renders
   */
  public Engine(ChartCache charts) {
    this.charts = charts;
    this.helm = new HelmTemplate(charts);
  }

  private static long least(long bytes, int partOfHeap) {
    return Math.min(bytes, Runtime.getRuntime().maxMemory() / partOfHeap);
  }

  /** What is kept between renders, by what it holds, to be asked at any time. */
  public Map<String, Supplier<CacheUsage>> caches() {
    return Map.of(
        "charts",
        charts::usage,
        "releases",
        charts::releaseUsage,
        "crds",
        crds::usage,
        "kustomize-files",
        documents::usage);
  }

  /**
   * What a render of {@code request} will do, without doing it.
   *
   * @throws RenderException where there is nothing to render
   */
  public Plan plan(RenderRequest request) {
    return planner.plan(request.tree(), request.path(), new ArrayList<>());
  }

  /** Renders what needs nothing from outside the tree. */
  public RenderResult render(RenderRequest request) {
    return render(request, Remotes.refusing());
  }

  /**
   * Renders; problems are part of the result and nothing is thrown for bad input.
   *
   * @param remotes gives what is not in the tree; made for this render
   */
  public RenderResult render(RenderRequest request, Remotes remotes) {
    return render(request, remotes, Map::of);
  }

  /**
   * The same for an Application whose sources are known.
   *
   * @param refs those that its sources declare; asked for at most once, where a ref is used that
   *     neither the parameters nor the repository declare
   */
  public RenderResult render(
      RenderRequest request, Remotes remotes, Supplier<Map<String, RefTarget>> refs) {
    return render(request, remotes, refs, RenderProgress.UNWATCHED);
  }

  /**
   * The same, watched.
   *
   * @param progress is told how far the render is, on its thread
   */
  public RenderResult render(
      RenderRequest request,
      Remotes remotes,
      Supplier<Map<String, RefTarget>> refs,
      RenderProgress progress) {
    RenderNotes notes = new RenderNotes();
    try {
      RenderSources sources = RenderSources.of(request, remotes, refs, notes.problems());
      Plan plan = planner.plan(request.tree(), request.path(), notes.problems());
      progress.planned(plan);
      RenderPolicies policies = ApplicationPolicies.of(helm, request, plan, sources.settings());
      ChartTemplates charts = new ChartTemplates(policies::template, policies::templatePart);
      List<KubernetesObject> objects = objects(request, plan, sources, charts, notes);
      progress.rendered();
      PolicyResult result = policies.apply(objects);
      notes.problems().addAll(result.problems());
      return finish(request, result, notes);
    } catch (RenderException e) {
      notes.problems().addAll(e.problems());
      return RenderResult.failed(notes.problems());
    }
  }

  /**
   * Renders a source that Argo CD renders by itself: no policies are applied.
   *
   * @param remotes gives what is not in the tree; made for this render
   */
  public RenderResult render(SourceRequest source, Remotes remotes) {
    RenderNotes notes = new RenderNotes();
    RenderRequest request = source.request();
    try {
      RenderSources sources =
          RenderSources.ofSource(source.repositories(), source.refs(), source.self(), remotes);
      ChartTemplates charts = new ChartTemplates(helm::render, helm::render);
      List<KubernetesObject> objects = objects(request, source.plan(), sources, charts, notes);
      return finish(request, PolicyResult.untouched(objects), notes);
    } catch (RenderException e) {
      notes.problems().addAll(e.problems());
      return RenderResult.failed(notes.problems());
    }
  }

  /**
   * What {@code helm lint} says of the application's chart with the application's values; nothing
   * where it is no chart.
   *
   * @throws RenderException where there is nothing to render, or the values cannot be read
   */
  public List<LintMessage> lint(RenderRequest request, Remotes remotes) {
    List<Problem> problems = new ArrayList<>();
    RenderSources sources = RenderSources.of(request, remotes, problems);
    Plan plan = planner.plan(request.tree(), request.path(), problems);
    Optional<Release> release =
        switch (plan) {
          case Plan.Chart chart -> Optional.of(ChartRenderer.release(request, chart));
          case Plan.ComponentChart chart ->
              Optional.of(new ComponentRelease(request, chart, sources).release());
          case Plan.HelmSource source -> Optional.of(source.release());
          case Plan.ManifestFolder _, Plan.Kustomization _, Plan.ComponentManifests _ ->
              Optional.empty();
        };
    return release
        .map(found ->
            ApplicationPolicies.of(helm, request, plan, sources.settings())
                .lint(ChartRenderer.lintRequest(request, found, sources.refs())))
        .orElse(List.of());
  }

  private List<KubernetesObject> objects(
      RenderRequest request,
      Plan plan,
      RenderSources sources,
      ChartTemplates charts,
      RenderNotes notes) {
    return switch (plan) {
      case Plan.ManifestFolder folder ->
          new ManifestFolderRenderer(request.tree()).render(folder, notes.problems());
      case Plan.Kustomization kustomization ->
          new KustomizationRenderer(
                  kustomizeCharts(request, sources.remotes(), charts),
                  sources.remotes().sources(),
                  documents)
              .render(request, kustomization, notes.problems());
      case Plan.Chart chart ->
          renderChart(request, ChartRenderer.release(request, chart), sources, charts, notes);
      case Plan.HelmSource source -> renderChart(request, source.release(), sources, charts, notes);
      case Plan.ComponentChart chart ->
          renderChart(
              request,
              new ComponentRelease(request, chart, sources).release(),
              sources,
              charts,
              notes);
      case Plan.ComponentManifests component -> {
        Located place = manifests(component, request, sources);
        RenderRequest there = request.withFolder(place.tree(), place.folder());
        Plan files = planner.planFiles(place.tree(), place.folder());
        yield objects(there, files, sources, charts, notes);
      }
    };
  }

  private List<KubernetesObject> renderChart(
      RenderRequest request,
      Release release,
      RenderSources sources,
      ChartTemplates charts,
      RenderNotes notes) {
    return new ChartRenderer(charts.whole(), sources.remotes().charts(), crds)
        .render(request, release, sources.refs(), notes);
  }

  private static Located manifests(
      Plan.ComponentManifests plan, RenderRequest request, RenderSources sources) {
    ComponentSource.Manifests manifests = plan.manifests();
    Located root =
        manifests.repository().isPresent()
            ? sources
                .repositories()
                .find(
                    manifests.repository().get().text(),
                    manifests.revision().map(PlacedText::text).orElse(""))
            : new Located(request.tree(), TreePath.ROOT);
    String path = manifests.path().map(PlacedText::text).orElse(plan.folder());
    return new Located(
        root.tree(),
        TreePath.confine(
            root.folder(),
            path,
            "finding the manifests of component \"" + plan.component().name() + "\""));
  }

  private KustomizeCharts kustomizeCharts(
      RenderRequest request, Remotes remotes, ChartTemplates charts) {
    return new KustomizeCharts(
        charts.part(), Profiles.helm(request.parameters()), remotes.charts(), request.budget());
  }

  private static RenderResult finish(
      RenderRequest request, PolicyResult result, RenderNotes notes) {
    List<Problem> problems = notes.problems();
    if (result.objects().isEmpty() && !request.parameters().isTrue(ParameterTable.ALLOW_EMPTY)) {
      problems.add(
          Problem.error(
                  "rendering " + TreePath.describe(request.path()),
                  "the result has no objects, and Argo CD would delete everything the application"
                      + " has")
              .withAdvice(
                  "If that is wanted, set the parameter allow-empty to true (--allow-empty)."));
    }
    if (request.parameters().isTrue(ParameterTable.STRICT)) {
      problems.replaceAll(problem -> problem.withSeverity(Severity.ERROR));
    }
    boolean failed = problems.stream().anyMatch(Problem::isError);
    return new RenderResult(
        failed ? List.of() : result.objects(),
        problems,
        notes.valueFiles(),
        result.images(),
        result.hooks(),
        Optional.of(result.rendering()),
        notes.templates());
  }
}
