package io.agentsrender.kustomize.openapi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a value, as far as merging needs it.
 *
 * @param reference the definition this stands for; what else is said here then does not count
 * @param fields the known fields of an object
 * @param values what every other field holds, for objects used as maps
 * @param list whether it is a list, and of nothing else
 * @param elements what a list holds
 * @param strategy {@code x-kubernetes-patch-strategy}
 * @param mergeKey {@code x-kubernetes-patch-merge-key}
 * @param mapKeys {@code x-kubernetes-list-map-keys}
 */
public record Schema(
    @Nullable String reference,
    Map<String, Schema> fields,
    @Nullable Schema values,
    boolean list,
    @Nullable Schema elements,
    @Nullable String strategy,
    @Nullable String mergeKey,
    @Nullable List<String> mapKeys) {

  /** An object about whose fields nothing is known. */
  static final Schema OPAQUE = new Schema(null, Map.of(), null, false, null, null, null, null);

  static Schema object(Map<String, Schema> fields) {
    return new Schema(null, fields, null, false, null, null, null, null);
  }

  static Schema referenceTo(String definition) {
    return new Schema(definition, Map.of(), null, false, null, null, null, null);
  }

  static Schema mapOf(Schema values) {
    return new Schema(null, Map.of(), values, false, null, null, null, null);
  }

  static Schema listOf(
      Schema elements,
      @Nullable String strategy,
      @Nullable String mergeKey,
      @Nullable List<String> mapKeys) {
    return new Schema(null, Map.of(), null, true, elements, strategy, mergeKey, mapKeys);
  }

  /** Whether a patch adds to the list rather than replacing it (kyaml/yaml/schema/schema.go). */
  public boolean merges() {
    return strategy != null && List.of(strategy.split(",", -1)).contains("merge");
  }

  /**
   * The fields by which elements are told apart; empty for lists of plain values (kyaml/openapi,
   * PatchStrategyAndKeyList).
   */
  public List<String> mergeKeys() {
    if (strategy == null) {
      return List.of();
    }
    if (mapKeys != null) {
      return mapKeys;
    }
    return mergeKey == null ? List.of() : List.of(mergeKey);
  }
}
