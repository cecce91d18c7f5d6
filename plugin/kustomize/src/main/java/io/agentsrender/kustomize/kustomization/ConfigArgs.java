package io.agentsrender.kustomize.kustomization;

import io.agentsrender.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ConfigMap or Secret is generated from (api/types/generatorargs.go).
 *
 * @param type a Secret's type; empty for {@code Opaque}
 */
public record ConfigArgs(
    String name,
    String namespace,
    String behavior,
    List<Entry> literals,
    List<Entry> files,
    List<Entry> envs,
    @Nullable GeneratorOptions options,
    String type,
    @Nullable Position position) {

  public ConfigArgs withCommonOptions(@Nullable GeneratorOptions common) {
    return new ConfigArgs(
        name,
        namespace,
        behavior,
        literals,
        files,
        envs,
        GeneratorOptions.merge(options, common),
        type,
        position);
  }

  /** Takes name and namespace from elsewhere where it has none. */
  public ConfigArgs orElse(String otherName, String otherNamespace) {
    return new ConfigArgs(
        name.isEmpty() ? otherName : name,
        namespace.isEmpty() ? otherNamespace : namespace,
        behavior,
        literals,
        files,
        envs,
        options,
        type,
        position);
  }
}
