package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.fieldspec.BuiltinConfig;
import io.agentsrender.kustomize.fieldspec.TransformerConfig;
import io.agentsrender.kustomize.reference.Variables;
import io.agentsrender.kustomize.resource.ResourceSet;

/** What has come together so far (api/internal/accumulator/resaccumulator.go). */
final class Accumulator {
  private final ResourceSet resources = new ResourceSet();
  private final Variables variables = new Variables();
  private TransformerConfig config = TransformerConfig.EMPTY;

  ResourceSet resources() {
    return resources;
  }

  Variables variables() {
    return variables;
  }

  TransformerConfig config() {
    return config;
  }

  void addConfig(TransformerConfig added) {
    boolean first = config == TransformerConfig.EMPTY && BuiltinConfig.isBuiltin(added);
    config = first ? added : config.merge(added);
  }

  /** Takes over what a level below has brought together. */
  void addAll(Accumulator other) {
    resources.addAll(other.resources);
    addConfig(other.config);
    variables.addAll(other.variables);
  }
}
