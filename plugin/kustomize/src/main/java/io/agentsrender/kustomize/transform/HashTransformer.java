package io.agentsrender.kustomize.transform;

import io.agentsrender.kustomize.generate.NameHash;
import io.agentsrender.kustomize.resource.Resource;
import io.agentsrender.kustomize.resource.ResourceSet;
import io.agentsrender.source.budget.Meter;

/**
 * Puts the hash of their content into the names of generated objects (builtins/HashTransformer.go).
 */
public final class HashTransformer implements Transformer {
  @Override
  public void transform(ResourceSet resources, Meter meter) {
    for (Resource resource : resources.list()) {
      if (resource.needsHashSuffix()) {
        String hash = NameHash.of(resource);
        resource.storePreviousId();
        resource.setName(resource.name() + "-" + hash);
      }
    }
  }
}
