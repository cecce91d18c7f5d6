package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Outcome;
import io.agentsrender.policy.scope.Policy;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.scope.UnknownNames;
import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.settings.ProgressiveDelivery;
import io.agentsrender.policy.settings.ProgressiveDelivery.Mode;
import io.agentsrender.policy.workload.ComponentSelection;
import io.agentsrender.policy.workload.WorkloadKinds;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selected Deployments become Rollouts, and what names them by kind follows. Services, selectors
 * and everything else stay as they are.
 */
public final class RolloutPolicy implements Policy {
  private static final String TRIED = "applying progressiveDelivery";
  private static final FieldPath REFERENCE = FieldPath.of("spec", "workloadRef", "name");

  @Override
  public Outcome apply(Rendering rendering) {
    if (rendering.scopes().stream().noneMatch(scope -> scope.settings().delivery().enabled())) {
      return new Outcome(rendering.objects(), List.of());
    }
    return new Run(rendering).outcome();
  }

  /** One render. */
  private static final class Run {
    private final Rendering rendering;
    private final List<Problem> problems = new ArrayList<>();
    private final UnknownNames unknown = new UnknownNames();

    /** By identity: what becomes of an object that changes. */
    private final IdentityHashMap<KubernetesObject, List<KubernetesObject>> changed =
        new IdentityHashMap<>();

    /** Rollouts that stand for a Deployment, as {@code namespace/name}. */
    private final Set<String> rollouts = new HashSet<>();

    Run(Rendering rendering) {
      this.rendering = rendering;
    }

    Outcome outcome() {
      Optional<Position> first = Optional.empty();
      for (Scope scope : rendering.scopes()) {
        if (scope.settings().delivery().enabled()) {
          convert(scope);
          first = first.or(() -> Optional.of(scope.settings().delivery().at()));
        }
      }
      for (PlacedText name : unknown.names()) {
        problems.add(absent(name));
      }
      if (!rollouts.isEmpty()) {
        first.flatMap(at -> RolloutKind.check(rendering, at)).ifPresent(problems::add);
        problems.addAll(new DeliveryWarnings(rendering, this::isRollout).problems());
      }
      return new Outcome(
          rendering.objects().stream().flatMap(it -> after(it).stream()).toList(), problems);
    }

    private List<KubernetesObject> after(KubernetesObject object) {
      List<KubernetesObject> converted = changed.get(object);
      return converted != null
          ? converted
          : List.of(
              Followers.follow(
                  object, name -> rollouts.contains(rendering.namespaceOf(object) + "/" + name)));
    }

    private boolean isRollout(KubernetesObject object) {
      return rollouts.contains(key(object));
    }

    private void convert(Scope scope) {
      ProgressiveDelivery delivery = scope.settings().delivery();
      for (KubernetesObject workload : selected(scope, delivery)) {
        if (!WorkloadKinds.isDeployment(workload) || isReferred(workload)) {
          rollouts.add(key(workload));
          continue;
        }
        if (hasRollout(workload)) {
          problems.add(taken(workload));
          continue;
        }
        try {
          CanaryStrategy canary = CanaryStrategy.of(workload, delivery);
          changed.put(
              workload,
              delivery.mode() == Mode.CONVERT
                  ? List.of(RolloutConversion.inPlace(workload, canary))
                  : RolloutConversion.beside(workload, canary, delivery));
          rollouts.add(key(workload));
        } catch (RenderException e) {
          problems.addAll(e.problems());
        }
      }
    }

    /** Deployments, and Rollouts that are there already. */
    private List<KubernetesObject> selected(Scope scope, ProgressiveDelivery delivery) {
      List<KubernetesObject> candidates =
          rendering.objects(scope).stream()
              .filter(it -> WorkloadKinds.isDeployment(it) || WorkloadKinds.isRollout(it))
              .filter(it -> !WorkloadKinds.isHook(it))
              .toList();
      List<KubernetesObject> wanted =
          delivery.components().isEmpty()
              ? candidates
              : named(delivery.components(), candidates, scope);
      List<KubernetesObject> excluded = named(delivery.exclude(), candidates, scope);
      return candidates.stream().filter(it -> isIn(wanted, it) && !isIn(excluded, it)).toList();
    }

    private static boolean isIn(List<KubernetesObject> objects, KubernetesObject object) {
      return objects.stream().anyMatch(it -> it == object);
    }

    private List<KubernetesObject> named(
        List<PlacedText> names, List<KubernetesObject> candidates, Scope scope) {
      List<KubernetesObject> all = new ArrayList<>();
      for (PlacedText name : names) {
        List<KubernetesObject> found =
            ComponentSelection.select(name.text(), candidates, scope.release());
        unknown.saw(name, !found.isEmpty());
        all.addAll(found);
      }
      return all;
    }

    private boolean isReferred(KubernetesObject deployment) {
      return rendering.objects().stream()
          .filter(WorkloadKinds::isRollout)
          .filter(it -> rendering.namespaceOf(it).equals(rendering.namespaceOf(deployment)))
          .anyMatch(it -> REFERENCE.text(it.node()).map(deployment.name()::equals).orElse(false));
    }

    private boolean hasRollout(KubernetesObject deployment) {
      return rendering.objects().stream()
          .anyMatch(it -> WorkloadKinds.isRollout(it) && key(it).equals(key(deployment)));
    }

    private String key(KubernetesObject object) {
      return rendering.namespaceOf(object) + "/" + object.name();
    }
  }

  private static Problem taken(KubernetesObject deployment) {
    return Problem.error(
            "making a Rollout of " + deployment.describe(),
            "the render already has a Rollout of that name")
        .withPlace(deployment.origin().place())
        .withAdvice("Name the Deployment in progressiveDelivery.exclude, or take one of them out.");
  }

  private static Problem absent(PlacedText name) {
    return Problem.error(TRIED, "it names \"" + name + "\", and no Deployment answers to that")
        .withPlace(name.at())
        .withAdvice(
            "Use the name of a Deployment, or the text of its label app.kubernetes.io/component.");
  }
}
