package io.agentsrender.render;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Problem;
import java.util.List;

/**
 * What a render came to.
 *
 * @param objects in the order in which they are to be printed; empty where there is an error
 * @param problems errors and warnings, in the order in which they were found
 * @param valueFiles what became of every value file that was asked for
 */
public record RenderResult(
    List<KubernetesObject> objects, List<Problem> problems, List<ValueFileUse> valueFiles) {
  public RenderResult {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
    valueFiles = List.copyOf(valueFiles);
    if (!objects.isEmpty() && problems.stream().anyMatch(Problem::isError)) {
      throw new IllegalArgumentException("a failed render has no objects");
    }
  }

  public static RenderResult failed(List<Problem> problems) {
    return new RenderResult(List.of(), problems, List.of());
  }

  public boolean isFailed() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
