package io.agentsrender.kustomize.kustomization;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What generated ConfigMaps and Secrets have besides their data (api/types/generatoroptions.go).
 */
public record GeneratorOptions(
    Map<String, String> labels,
    Map<String, String> annotations,
    boolean disableNameSuffixHash,
    boolean immutable) {

  /** The generator's own options with the kustomization's below; a flag set in either is set. */
  static @Nullable GeneratorOptions merge(
      @Nullable GeneratorOptions own, @Nullable GeneratorOptions common) {
    if (own == null || common == null) {
      return own == null ? common : own;
    }
    return new GeneratorOptions(
        merge(own.labels, common.labels),
        merge(own.annotations, common.annotations),
        own.disableNameSuffixHash || common.disableNameSuffixHash,
        own.immutable || common.immutable);
  }

  private static Map<String, String> merge(Map<String, String> own, Map<String, String> common) {
    Map<String, String> merged = new TreeMap<>(common);
    merged.putAll(own);
    return merged;
  }
}
