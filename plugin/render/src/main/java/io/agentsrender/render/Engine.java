package io.agentsrender.render;

import io.agentsrender.helm.ChartCache;
import io.agentsrender.helm.HelmTemplate;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Planner;
import io.agentsrender.source.ChartSource;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders: a request becomes a plan, the plan becomes objects. One engine serves many threads; what
 * it keeps between renders is keyed by content and never changes an answer.
 */
public final class Engine {
  /** Parsed charts are some ten times as large as their files: room for a few hundred charts. */
  private static final long DEFAULT_CACHE_BYTES = 128L << 20;

  private final Planner planner = new Planner();
  private final HelmTemplate helm;
  private final ChartSource chartSource;

  /** An engine that keeps what it parsed in a cache of the default size, and fetches nothing. */
  public Engine() {
    this(new ChartCache(DEFAULT_CACHE_BYTES), ChartSource.refusing());
  }

  /**
   * @param charts keeps parsed charts between renders
   * @param chartSource gives charts that are not in the repository
   */
  public Engine(ChartCache charts, ChartSource chartSource) {
    this.helm = new HelmTemplate(charts);
    this.chartSource = chartSource;
  }

  /** What a render of {@code request} will do, without doing it. */
  public Plan plan(RenderRequest request) {
    return planner.plan(request.tree(), request.path());
  }

  /** Renders; problems are part of the result and nothing is thrown for bad input. */
  public RenderResult render(RenderRequest request) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<KubernetesObject> objects = objects(request, problems);
      return finish(request, objects, problems);
    } catch (RenderException e) {
      problems.addAll(e.problems());
      return RenderResult.failed(problems);
    }
  }

  private List<KubernetesObject> objects(RenderRequest request, List<Problem> problems) {
    return switch (plan(request)) {
      case Plan.ManifestFolder folder ->
          new ManifestFolderRenderer(request.tree()).render(folder, problems);
      case Plan.Kustomization kustomization ->
          new KustomizationRenderer(kustomizeCharts(request))
              .render(request, kustomization, problems);
      case Plan.Chart chart -> new ChartRenderer(helm).render(request, chart, problems);
    };
  }

  private KustomizeCharts kustomizeCharts(RenderRequest request) {
    return new KustomizeCharts(
        helm, Profiles.helm(request.parameters()), chartSource, request.budget());
  }

  private static RenderResult finish(
      RenderRequest request, List<KubernetesObject> objects, List<Problem> problems) {
    if (objects.isEmpty() && !request.parameters().isTrue(ParameterTable.ALLOW_EMPTY)) {
      problems.add(
          Problem.error(
                  "rendering " + io.agentsrender.source.TreePath.describe(request.path()),
                  "the result has no objects, and Argo CD would delete everything the application has")
              .withAdvice(
                  "If that is wanted, set the parameter allow-empty to true (--allow-empty)."));
    }
    if (request.parameters().isTrue(ParameterTable.STRICT)) {
      problems.replaceAll(problem -> problem.withSeverity(Severity.ERROR));
    }
    boolean failed = problems.stream().anyMatch(Problem::isError);
    return new RenderResult(failed ? List.of() : objects, problems);
  }
}
