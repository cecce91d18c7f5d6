package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.resource.ResourceSet;

/** A change of resources; its configuration was read and checked before. */
@FunctionalInterface
public interface Transformer {
  /**
   * @throws BuildFailure where it does not apply
   */
  void transform(ResourceSet resources);
}
