package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form in which labels and annotations reach {@code kustomize edit add}: {@code key:value}
 * (commands/internal/util/util.go, ConvertSliceToMap).
 */
final class MetadataOverride {
  private MetadataOverride() {}

  /**
   * The pairs as kustomize takes them apart again: a key ends at its first colon, and a value loses
   * its double quotes.
   *
   * @param kind label or annotation
   */
  static Map<String, String> pairs(Map<String, String> given, String kind) {
    Map<String, String> pairs = new TreeMap<>();
    given.forEach((name, text) -> {
      String pair = name + ":" + text;
      int colon = pair.indexOf(':');
      if (colon == 0) {
        throw BuildFailure.of("invalid " + kind + ": a key is empty")
            .withAdvice("Give every " + kind + " a name.");
      }
      pairs.put(pair.substring(0, colon), withoutQuotes(pair.substring(colon + 1)));
    });
    return pairs;
  }

  private static String withoutQuotes(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * The present pairs with the added ones.
   *
   * @param force whether one that is there may be replaced
   */
  static Map<String, String> merge(
      Map<String, String> present, Map<String, String> added, String kind, boolean force) {
    Map<String, String> merged = new TreeMap<>(present);
    added.forEach((key, value) -> {
      if (merged.put(key, value) != null && !force) {
        throw BuildFailure.of(kind + " " + key + " already in kustomization file")
            .withAdvice("Set kustomize.force-" + kind + "s to true to replace it.");
      }
    });
    return merged;
  }
}
