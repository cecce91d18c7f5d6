package io.agentsrender.render;

import io.agentsrender.helm.engine.RenderedTemplate;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.hook.HookReport;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a render came to.
 *
 * @param objects in the order in which they are to be printed; empty where there is an error
 * @param problems errors and warnings, in the order in which they were found
 * @param valueFiles what became of every value file that was asked for
 * @param images every image of the render and where it comes from; known even where policies refuse
 *     the objects
 * @param hooks what Argo CD will do with every hook
 * @param rendering the objects with the settings that hold for them; known even where policies
 *     refuse them
 * @param templates what the templates of the application's chart rendered, by their names, which
 *     nodes of its objects have as their file
 */
public record RenderResult(
    List<KubernetesObject> objects,
    List<Problem> problems,
    List<ValueFileUse> valueFiles,
    List<ImageUse> images,
    List<HookReport> hooks,
    Optional<Rendering> rendering,
    Map<String, RenderedTemplate> templates) {
  public RenderResult {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
    valueFiles = List.copyOf(valueFiles);
    images = List.copyOf(images);
    hooks = List.copyOf(hooks);
    templates = Map.copyOf(templates);
    if (!objects.isEmpty() && problems.stream().anyMatch(Problem::isError)) {
      throw new IllegalArgumentException("a failed render has no objects");
    }
  }

  public static RenderResult failed(List<Problem> problems) {
    return new RenderResult(
        List.of(), problems, List.of(), List.of(), List.of(), Optional.empty(), Map.of());
  }

  /**
   * The place in the repository that wrote what stands at a place of what a template rendered;
   * empty for any other place.
   */
  public Optional<Position> templatePlace(Position rendered) {
    return Optional.ofNullable(templates.get(rendered.file()))
        .flatMap(template -> template.originOf(rendered.line(), rendered.column()));
  }

  /** The same with more problems, before its own. */
  public RenderResult withProblems(List<Problem> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Problem> all = new ArrayList<>(more);
    all.addAll(problems);
    boolean failed = all.stream().anyMatch(Problem::isError);
    return new RenderResult(
        failed ? List.of() : objects, all, valueFiles, images, hooks, rendering, templates);
  }

  /** The same with that place for the problems that have none. */
  public RenderResult withDefaultPlace(Position place) {
    List<Problem> placed =
        problems.stream()
            .map(problem -> problem.place().isPresent() ? problem : problem.withPlace(place))
            .toList();
    return new RenderResult(objects, placed, valueFiles, images, hooks, rendering, templates);
  }

  public boolean isFailed() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** Whether it failed because something is not supported or not allowed, and for nothing else. */
  public boolean isRefused() {
    return Problem.areRefusals(problems);
  }
}
