package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;

/** A change of resources; its configuration was read and checked before. */
@FunctionalInterface
public interface Transformer {
  /**
   * @param meter counts what grows with more than one of the inputs
   * @throws BuildFailure where it does not apply
   */
  void transform(ResourceSet resources, Meter meter);
}
