package io.agentsrender.policy.hook;

import io.agentsrender.manifest.KubernetesObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Argo CD reads from an object's annotations: its own first, and Helm's where these say
 * nothing (gitops-engine, pkg/sync/hook and pkg/sync/syncwaves; controller/hook.go).
 *
 * @param phases in which it runs; empty where it never does
 * @param wave its order within a phase
 * @param deletePolicies when it is deleted; never empty
 */
record ArgoHook(Set<String> phases, int wave, Set<String> deletePolicies) {
  static final String TYPE = "argocd.argoproj.io/hook";
  static final String WAVE = "argocd.argoproj.io/sync-wave";
  static final String DELETE_POLICY = "argocd.argoproj.io/hook-delete-policy";
  static final String BEFORE_CREATION = "BeforeHookCreation";

  private static final List<String> PHASES =
      List.of("PreSync", "Sync", "PostSync", "SyncFail", "Skip");

  /** Only where they stand alone. */
  private static final List<String> DELETE_PHASES = List.of("PreDelete", "PostDelete");

  private static final List<String> DELETE_POLICIES =
      List.of(BEFORE_CREATION, "HookSucceeded", "HookFailed");

  /** Empty for what is no hook. */
  static Optional<ArgoHook> of(KubernetesObject object) {
    Optional<String> own = HelmHook.annotation(object, TYPE);
    Optional<HelmHook> helm = HelmHook.of(object);
    return own.isEmpty() && helm.isEmpty() || own.map(ArgoHook::isSkipped).orElse(false)
        ? Optional.empty()
        : Optional.of(new ArgoHook(phases(own, helm), wave(object), deletePolicies(object, helm)));
  }

  /** It is then no hook, but an object that is left out. */
  private static boolean isSkipped(String types) {
    return HelmHook.words(types).equals(List.of("Skip"));
  }

  private static Set<String> phases(Optional<String> own, Optional<HelmHook> helm) {
    Set<String> phases = new LinkedHashSet<>();
    own.stream().flatMap(types -> HelmHook.words(types).stream()).forEach(phases::add);
    boolean deletes = phases.size() == 1 && DELETE_PHASES.containsAll(phases);
    if (!deletes) {
      phases.retainAll(PHASES);
    }
    return phases.isEmpty() ? helm.map(HelmHook::phases).orElse(Set.of()) : phases;
  }

  private static Set<String> deletePolicies(KubernetesObject object, Optional<HelmHook> helm) {
    Set<String> policies = new LinkedHashSet<>(own(object));
    helm.ifPresent(hook -> policies.addAll(hook.argoDeletePolicies()));
    return policies.isEmpty() ? Set.of(BEFORE_CREATION) : policies;
  }

  /** The delete policies of Argo CD's own annotation. */
  static List<String> own(KubernetesObject object) {
    return HelmHook.annotation(object, DELETE_POLICY)
        .map(HelmHook::words)
        .orElse(List.of())
        .stream()
        .filter(DELETE_POLICIES::contains)
        .toList();
  }

  private static int wave(KubernetesObject object) {
    return Stream.of(WAVE, HelmHook.WEIGHT)
        .flatMap(key -> HelmHook.annotation(object, key).stream())
        .filter(ArgoHook::isNumber)
        .findFirst()
        .map(Integer::parseInt)
        .orElse(0);
  }

  static boolean isNumber(String text) {
    return text.matches("[+-]?\\d{1,9}");
  }
}
