package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.settings.ProgressiveDelivery;
import io.agentsrender.policy.settings.ProgressiveDelivery.ScaleDown;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Locale;

/** Makes the Rollout of a Deployment. The fields of both have the same names and meaning. */
final class RolloutConversion {
  static final String API_VERSION = "argoproj.io/v1alpha1";
  static final String KIND = "Rollout";

  private static final FieldPath API = FieldPath.of("apiVersion");
  private static final FieldPath TYPE = FieldPath.of("kind");
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath STRATEGY = FieldPath.of("spec", "strategy");
  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final FieldPath WORKLOAD_REF = FieldPath.of("spec", "workloadRef");
  private static final FieldPath STATUS = FieldPath.of("status");

  /** Written by the Deployment's controller only. */
  private static final FieldPath REVISION =
      FieldPath.of("metadata", "annotations", "deployment.kubernetes.io/revision");

  private RolloutConversion() {}

  /** The Deployment as a Rollout: apiVersion, kind and strategy change. */
  static KubernetesObject inPlace(KubernetesObject deployment, CanaryStrategy canary) {
    MapNode node = deployment.node();
    Position at = node.position();
    node = API.set(node, Nodes.text(API_VERSION, at));
    node = TYPE.set(node, Nodes.text(KIND, at));
    node = STRATEGY.set(node, canary.node(at));
    node = STATUS.remove(node);
    if (REVISION.get(node).isPresent()) {
      node = REVISION.remove(node);
    }
    return deployment.withNode(node);
  }

  /** The Deployment and, after it, a Rollout that refers to it and so has no template. */
  static List<KubernetesObject> beside(
      KubernetesObject deployment, CanaryStrategy canary, ProgressiveDelivery delivery) {
    Position at = deployment.node().position();
    MapNode reference =
        Nodes.map(
            at,
            "apiVersion",
            Nodes.text(deployment.apiVersion(), at),
            "kind",
            Nodes.text(deployment.kind(), at),
            "name",
            Nodes.text(deployment.name(), at));
    if (delivery.scaleDown() != ScaleDown.NEVER) {
      String when = delivery.scaleDown().name().toLowerCase(Locale.ROOT);
      reference = reference.with(Nodes.text("scaleDown", at), Nodes.text(when, at));
    }
    KubernetesObject rollout = inPlace(deployment, canary);
    MapNode node = rollout.node();
    MapNode spec = SPEC.map(node).orElseGet(() -> Nodes.map(at)).without("template");
    node = WORKLOAD_REF.set(SPEC.set(node, spec), reference);
    return List.of(scaled(deployment, delivery), rollout.withNode(node));
  }

  private static KubernetesObject scaled(
      KubernetesObject deployment, ProgressiveDelivery delivery) {
    return delivery
        .deploymentReplicas()
        .map(count ->
            deployment.withNode(
                REPLICAS.set(deployment.node(), Nodes.number(count, deployment.node().position()))))
        .orElse(deployment);
  }
}
