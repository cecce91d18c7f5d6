package io.agentsrender.policy.hook;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The annotations that make an object a hook, and what Argo CD takes them for (gitops-engine,
 * pkg/sync/hook).
 *
 * @param types of Helm
 * @param weight empty where none is given
 * @param deletePolicies of Helm
 */
record HelmHook(List<String> types, Optional<String> weight, List<String> deletePolicies) {
  static final String TYPE = "helm.sh/hook";
  static final String WEIGHT = "helm.sh/hook-weight";
  static final String DELETE_POLICY = "helm.sh/hook-delete-policy";
  static final String ARGO_TYPE = "argocd.argoproj.io/hook";
  static final String ARGO_WAVE = "argocd.argoproj.io/sync-wave";
  static final String ARGO_DELETE_POLICY = "argocd.argoproj.io/hook-delete-policy";

  static Optional<HelmHook> of(KubernetesObject object) {
    return annotation(object, TYPE)
        .map(types ->
            new HelmHook(
                words(types),
                annotation(object, WEIGHT),
                annotation(object, DELETE_POLICY).map(HelmHook::words).orElse(List.of())));
  }

  static Optional<String> annotation(KubernetesObject object, String key) {
    return FieldPath.of("metadata", "annotations", key).text(object.node());
  }

  private static List<String> words(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  boolean isTest() {
    return types.stream().anyMatch(HelmHook::isTest);
  }

  private static boolean isTest(String type) {
    return type.equals("test") || type.equals("test-success");
  }

  /** The phases in which Argo CD runs it as it stands. */
  Set<String> phases() {
    Set<String> phases = new LinkedHashSet<>();
    for (String type : types) {
      switch (type) {
        case "pre-install", "pre-upgrade" -> phases.add("PreSync");
        case "post-install", "post-upgrade" -> phases.add("PostSync");
        default -> {}
      }
    }
    return phases;
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
    return types.stream()
        .filter(type ->
            !List.of("pre-install", "pre-upgrade", "post-install", "post-upgrade").contains(type))
        .toList();
  }

  /** In Argo CD's words; without any it deletes a hook before it makes it again. */
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
    if (policies.isEmpty() || isTest()) {
      policies.add("BeforeHookCreation");
    }
    return policies;
  }
}
