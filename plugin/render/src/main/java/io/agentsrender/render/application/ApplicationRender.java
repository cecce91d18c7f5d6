package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.RenderResult;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of an Application.
 *
 * @param sources in their order
 * @param objects of all sources, one after the other, as Argo CD puts them together; none where
 *     something failed
 * @param problems that are not those of a source
 */
public record ApplicationRender(
    ArgoApplication application,
    List<SourceOutcome> sources,
    List<KubernetesObject> objects,
    List<Problem> problems) {
  public ApplicationRender {
    sources = List.copyOf(sources);
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }

  static ApplicationRender of(
      ArgoApplication application, List<SourceOutcome> sources, List<Problem> problems) {
    ApplicationRender bare = new ApplicationRender(application, sources, List.of(), problems);
    if (bare.isFailed()) {
      return bare;
    }
    List<Problem> all = new ArrayList<>(problems);
    List<KubernetesObject> objects =
        bare.results().stream().flatMap(result -> result.objects().stream()).toList();
    return new ApplicationRender(
        application,
        sources,
        new Duplicates(objects, application.destinationNamespace()).last(all),
        all);
  }

  private List<RenderResult> results() {
    return sources.stream()
        .filter(SourceOutcome.Rendered.class::isInstance)
        .map(outcome -> ((SourceOutcome.Rendered) outcome).result())
        .toList();
  }

  /** All there are, each with the Application's name. */
  public List<Problem> allProblems() {
    List<Problem> all = new ArrayList<>(problems);
    results().forEach(result -> all.addAll(result.problems()));
    return all.stream()
        .map(problem ->
            problem.withTried("Application " + application.name() + ": " + problem.tried()))
        .toList();
  }

  public boolean isFailed() {
    return problems.stream().anyMatch(Problem::isError)
        || results().stream().anyMatch(RenderResult::isFailed);
  }
}
