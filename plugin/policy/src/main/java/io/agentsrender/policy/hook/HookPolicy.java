package io.agentsrender.policy.hook;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.WorkloadKinds;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Helm hooks stay as they are, for Argo CD understands most of them; where tests are to run after
 * each sync, all hooks of the application become hooks of Argo CD. All or none, since Argo CD's
 * documentation promises nothing for a mixture.
 */
public final class HookPolicy implements Policy {
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  @Override
  public Outcome apply(Rendering rendering) {
    boolean wanted = rendering.scopes().stream().anyMatch(scope -> scope.settings().hooks().argo());
    if (!wanted) {
      return new Outcome(rendering.objects(), List.of());
    }
    List<Problem> problems = new ArrayList<>();
    List<KubernetesObject> objects =
        rendering.objects().stream().map(object -> converted(object, problems)).toList();
    if (!objects.isEmpty() && objects.stream().allMatch(WorkloadKinds::isHook)) {
      problems.add(
          Problem.warning(
              "applying hooks",
              "the application has only hooks: Argo CD reports it Synced, and a refresh does not"
                  + " run them"));
    }
    return new Outcome(objects, problems);
  }

  private static KubernetesObject converted(KubernetesObject object, List<Problem> problems) {
    Optional<HelmHook> hook = HelmHook.of(object);
    if (hook.isEmpty() || HelmHook.annotation(object, ArgoHook.TYPE).isPresent()) {
      return object;
    }
    Set<String> phases = hook.get().phasesWithTests();
    if (phases.isEmpty()) {
      problems.add(notRun(object, hook.get()));
      return object;
    }
    return object.withNode(ANNOTATIONS.set(object.node(), annotations(object, hook.get(), phases)));
  }

  private static MapNode annotations(KubernetesObject object, HelmHook hook, Set<String> phases) {
    Position at = object.node().position();
    MapNode present = ANNOTATIONS.map(object.node()).orElseThrow();
    MapNode changed =
        present
            .without(HelmHook.TYPE)
            .without(HelmHook.WEIGHT)
            .without(HelmHook.DELETE_POLICY)
            .with(Nodes.text(ArgoHook.TYPE, at), Nodes.text(String.join(",", phases), at));
    if (hook.weight().isPresent() && !present.has(ArgoHook.WAVE)) {
      changed = changed.with(Nodes.text(ArgoHook.WAVE, at), Nodes.text(hook.weight().get(), at));
    }
    return changed.with(
        Nodes.text(ArgoHook.DELETE_POLICY, at),
        Nodes.text(String.join(",", deletePolicies(object, hook)), at));
  }

  /** What both annotations say; a test is always made anew, for it has run in the last sync. */
  private static Set<String> deletePolicies(KubernetesObject object, HelmHook hook) {
    Set<String> policies = new LinkedHashSet<>(ArgoHook.own(object));
    policies.addAll(hook.argoDeletePolicies());
    if (policies.isEmpty() || hook.isTest()) {
      policies.add(ArgoHook.BEFORE_CREATION);
    }
    return policies;
  }

  private static Problem notRun(KubernetesObject object, HelmHook hook) {
    return Problem.warning(
            "applying hooks",
            "Argo CD has nothing like the hooks "
                + hook.types()
                + " of "
                + object.describe()
                + " and will never run it")
        .withPlace(object.origin().place());
  }
}
