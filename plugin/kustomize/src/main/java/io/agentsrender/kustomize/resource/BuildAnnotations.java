package io.agentsrender.kustomize.resource;

import java.util.Set;

/**
 * The annotations in which kustomize keeps what it knows of a resource while it builds. They are
 * part of the object then: a patch sees them, and can destroy them.
 */
final class BuildAnnotations {
  private static final String DOMAIN = "internal.config.kubernetes.io/";

  static final String PREVIOUS_KINDS = DOMAIN + "previousKinds";
  static final String PREVIOUS_NAMES = DOMAIN + "previousNames";
  static final String PREVIOUS_NAMESPACES = DOMAIN + "previousNamespaces";
  static final String PREFIXES = DOMAIN + "prefixes";
  static final String SUFFIXES = DOMAIN + "suffixes";
  static final String REFERENCED_BY = DOMAIN + "refBy";
  static final String GENERATOR_BEHAVIOR = DOMAIN + "generatorBehavior";
  static final String NEEDS_HASH_SUFFIX = DOMAIN + "needsHashSuffix";
  static final String ALLOW_NAME_CHANGE = DOMAIN + "allowNameChange";
  static final String ALLOW_KIND_CHANGE = DOMAIN + "allowKindChange";
  static final String HELM_GENERATED = DOMAIN + "helm-generated";

  static final String ENABLED = "enabled";

  static final String ORIGIN = "config.kubernetes.io/origin";
  static final String TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

  private static final Set<String> LEGACY =
      Set.of("config.kubernetes.io/path", "config.kubernetes.io/index", "config.k8s.io/id");

  /**
   * Taken out before printing; 5.4.3 does not know the mark of charts, and nothing has it there.
   */
  static final Set<String> REMOVED =
      Set.of(
          PREVIOUS_KINDS,
          PREVIOUS_NAMES,
          PREFIXES,
          SUFFIXES,
          PREVIOUS_NAMESPACES,
          ALLOW_NAME_CHANGE,
          ALLOW_KIND_CHANGE,
          REFERENCED_BY,
          GENERATOR_BEHAVIOR,
          NEEDS_HASH_SUFFIX,
          DOMAIN + "path",
          DOMAIN + "index",
          DOMAIN + "seqindent",
          DOMAIN + "id",
          DOMAIN + "annotations-migration-resource-id",
          HELM_GENERATED,
          "config.kubernetes.io/path",
          "config.kubernetes.io/index",
          "config.k8s.io/id");

  private BuildAnnotations() {}

  /** Whether a JSON patch cannot take it away (kyaml/kio/kioutil GetInternalAnnotations). */
  static boolean survivesJsonPatch(String key) {
    return key.startsWith(DOMAIN) || LEGACY.contains(key);
  }
}
