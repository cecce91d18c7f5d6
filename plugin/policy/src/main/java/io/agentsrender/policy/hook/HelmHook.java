package io.agentsrender.policy.hook;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The annotations that make an object a hook of Helm, and what Argo CD takes them for
 * (gitops-engine, pkg/sync/hook/helm; controller/hook.go).
 *
 * @param types of Helm
 * @param weight empty where none is given
 * @param deletePolicies of Helm
 */
record HelmHook(List<String> types, Optional<String> weight, List<String> deletePolicies) {
  static final String TYPE = "helm.sh/hook";
  static final String WEIGHT = "helm.sh/hook-weight";
  static final String DELETE_POLICY = "helm.sh/hook-delete-policy";

  /** Empty also for a CRD of Helm 2, which Argo CD applies like any other object. */
  static Optional<HelmHook> of(KubernetesObject object) {
    return annotation(object, TYPE)
        .filter(types -> !types.equals("crd-install"))
        .map(types ->
            new HelmHook(
                words(types),
                annotation(object, WEIGHT),
                annotation(object, DELETE_POLICY).map(HelmHook::words).orElse(List.of())));
  }

  static Optional<String> annotation(KubernetesObject object, String key) {
    return FieldPath.of("metadata", "annotations", key).text(object.node());
  }

  static List<String> words(String list) {
    return Stream.of(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  boolean isTest() {
    return types.stream().anyMatch(HelmHook::isTest);
  }

  static boolean isTest(String type) {
    return type.equals("test") || type.equals("test-success");
  }

  /** The phases in which Argo CD runs it as it stands. */
  Set<String> phases() {
    Set<String> phases = new LinkedHashSet<>();
    for (String type : types) {
      phase(type).ifPresent(phases::add);
    }
    return phases;
  }

  /** What runs when an application is deleted counts only where it is the only type. */
  private Optional<String> phase(String type) {
    return switch (type) {
      case "pre-install", "pre-upgrade" -> Optional.of("PreSync");
      case "post-install", "post-upgrade" -> Optional.of("PostSync");
      case "pre-delete" -> types.size() == 1 ? Optional.of("PreDelete") : Optional.empty();
      case "post-delete" -> types.size() == 1 ? Optional.of("PostDelete") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The same with tests, which then run after each sync. */
  Set<String> phasesWithTests() {
    Set<String> phases = new LinkedHashSet<>(phases());
    if (isTest()) {
      phases.add("PostSync");
    }
    return phases;
  }

  /** Types that Argo CD does not run as they stand. */
  List<String> ignored() {
    return types.stream().filter(type -> phase(type).isEmpty()).toList();
  }

  /** In Argo CD's words. */
  Set<String> argoDeletePolicies() {
    Set<String> policies = new LinkedHashSet<>();
    for (String policy : deletePolicies) {
      switch (policy) {
        case "before-hook-creation" -> policies.add("BeforeHookCreation");
        case "hook-succeeded" -> policies.add("HookSucceeded");
        case "hook-failed" -> policies.add("HookFailed");
        default -> {}
      }
    }
    return policies;
  }
}
