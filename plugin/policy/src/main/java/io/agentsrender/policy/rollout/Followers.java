package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Objects that name a Deployment by kind and name, and so must follow it when it becomes a Rollout:
 * autoscalers of Kubernetes, of KEDA, and of the vertical kind. What finds pods by labels does not
 * care.
 */
final class Followers {
  private static final FieldPath SCALE_TARGET = FieldPath.of("spec", "scaleTargetRef");
  private static final FieldPath TARGET = FieldPath.of("spec", "targetRef");

  private Followers() {}

  /** The object pointing at the Rollout where it points at a Deployment that became one. */
  static KubernetesObject follow(KubernetesObject object, Predicate<String> becameRollout) {
    Optional<FieldPath> path = path(object);
    if (path.isEmpty()) {
      return object;
    }
    MapNode target = path.get().map(object.node()).orElseGet(() -> Nodes.map(at(object)));
    boolean deployment =
        Nodes.text(target.get("kind")).orElse("Deployment").equals("Deployment")
            && Nodes.text(target.get("apiVersion")).orElse("apps/v1").startsWith("apps/");
    Optional<String> name = Nodes.text(target.get("name"));
    if (!deployment || name.isEmpty() || !becameRollout.test(name.get())) {
      return object;
    }
    MapNode changed =
        target
            .with(
                Nodes.text("apiVersion", at(object)),
                Nodes.text(RolloutConversion.API_VERSION, at(object)))
            .with(Nodes.text("kind", at(object)), Nodes.text(RolloutConversion.KIND, at(object)));
    return object.withNode(path.get().set(object.node(), changed));
  }

  static boolean isOne(KubernetesObject object) {
    return path(object).isPresent();
  }

  private static Optional<FieldPath> path(KubernetesObject object) {
    return switch (object.kind() + "." + object.group()) {
      case "HorizontalPodAutoscaler.autoscaling", "ScaledObject.keda.sh" ->
          Optional.of(SCALE_TARGET);
      case "VerticalPodAutoscaler.autoscaling.k8s.io" -> Optional.of(TARGET);
      default -> Optional.empty();
    };
  }

  private static Position at(KubernetesObject object) {
    return object.node().position();
  }
}
