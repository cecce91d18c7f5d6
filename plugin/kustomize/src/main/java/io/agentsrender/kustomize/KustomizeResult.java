package io.agentsrender.kustomize;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a kustomization builds, or why it does not.
 *
 * @param resources the objects in the order of the output; none where there is an error
 * @param yaml what {@code kustomize build} prints; empty where there is an error or nothing
 * @param problems errors, of which one is enough for there to be no objects, and warnings
 */
public record KustomizeResult(List<BuiltResource> resources, String yaml, List<Problem> problems) {

  /**
   * One object.
   *
   * @param patches the patches that changed it, in order
   */
  public record BuiltResource(KubernetesObject object, List<Position> patches) {}

  public KustomizeResult {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }

  static KustomizeResult failed(List<Problem> problems) {
    return new KustomizeResult(List.of(), "", problems);
  }

  /** Whether it was built. */
  public boolean isBuilt() {
    return problems.stream().noneMatch(Problem::isError);
  }

  /** The first error. */
  public Optional<Problem> error() {
    return problems.stream().filter(Problem::isError).findFirst();
  }

  public List<KubernetesObject> objects() {
    return resources.stream().map(BuiltResource::object).toList();
  }
}
