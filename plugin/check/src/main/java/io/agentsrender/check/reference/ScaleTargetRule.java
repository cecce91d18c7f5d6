package io.agentsrender.check.reference;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Autoscalers name a workload that exists. */
public final class ScaleTargetRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "scale-target-missing",
          Level.ERROR,
          "The target of an autoscaler is an object of the render.");

  private static final FieldPath SCALE_TARGET = FieldPath.of("spec", "scaleTargetRef");
  private static final FieldPath TARGET = FieldPath.of("spec", "targetRef");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (KubernetesObject object : subject.objects()) {
      target(object)
          .filter(target -> !exists(subject, object, target))
          .ifPresent(target -> found.accept(finding(subject, object, target)));
    }
  }

  private static Optional<MapNode> target(KubernetesObject object) {
    return switch (object.kind() + "." + object.group()) {
      case "HorizontalPodAutoscaler.autoscaling", "ScaledObject.keda.sh" ->
          SCALE_TARGET.map(object.node());
      case "VerticalPodAutoscaler.autoscaling.k8s.io" -> TARGET.map(object.node());
      default -> Optional.empty();
    };
  }

  private static String kind(MapNode target) {
    return Nodes.text(target.get("kind")).orElse("Deployment");
  }

  private static String name(MapNode target) {
    return Nodes.text(target.get("name")).orElse("");
  }

  private static boolean exists(Subject subject, KubernetesObject autoscaler, MapNode target) {
    Optional<String> apiVersion = Nodes.text(target.get("apiVersion"));
    return subject.objects().stream()
        .filter(object -> object.kind().equals(kind(target)))
        .filter(object -> object.name().equals(name(target)))
        .filter(object -> apiVersion.map(given -> isOf(object, given)).orElse(true))
        .anyMatch(object -> subject.namespaceOf(object).equals(subject.namespaceOf(autoscaler)));
  }

  /** The version need not be the same. */
  private static boolean isOf(KubernetesObject object, String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return object.group().equals(slash < 0 ? "" : apiVersion.substring(0, slash));
  }

  private static Finding finding(Subject subject, KubernetesObject autoscaler, MapNode target) {
    Optional<KubernetesObject> other =
        subject.pods().stream()
            .map(pods -> pods.template().owner())
            .filter(owner -> owner.name().equals(name(target)))
            .findFirst();
    return CARD.finding(
            autoscaler.describe()
                + " scales the "
                + kind(target)
                + " \""
                + name(target)
                + "\", which is not in this render"
                + other.map(found -> "; there is a " + found.describe()).orElse(""))
        .withObject(autoscaler)
        .withPlace(subject.place(autoscaler, target))
        .withAdvice(
            other.isPresent()
                ? "Correct apiVersion and kind of the target."
                : "Correct the name of the target, or take the autoscaler out.");
  }
}
