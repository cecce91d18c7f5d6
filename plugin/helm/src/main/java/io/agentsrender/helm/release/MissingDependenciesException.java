package io.agentsrender.helm.release;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/**
 * Declared dependencies of the chart are not in its folder {@code charts/}. Argo CD has {@code helm
 * dependency build} run then, and tries once more.
 */
public final class MissingDependenciesException extends RenderException {
  private static final long serialVersionUID = 1L;

  MissingDependenciesException(Problem problem) {
    super(problem);
  }
}
