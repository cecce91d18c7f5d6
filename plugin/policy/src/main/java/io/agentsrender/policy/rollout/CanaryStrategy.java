package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.settings.ProgressiveDelivery;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a Rollout goes from one version to the next.
 *
 * @param maxSurge pods above the wanted number: a number or a percentage
 * @param maxUnavailable pods below it: a number or a percentage; not zero where the surge is
 * @param steps of the canary, each a map with exactly one kind of step
 */
record CanaryStrategy(Node maxSurge, Node maxUnavailable, ListNode steps) {
  private static final FieldPath TYPE = FieldPath.of("spec", "strategy", "type");
  private static final FieldPath ROLLING = FieldPath.of("spec", "strategy", "rollingUpdate");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}%?");
  private static final Pattern ZERO = Pattern.compile("0+%?");

  /**
   * The strategy of a Deployment's Rollout: what its rolling update says, field by field, and for
   * the rest one pod more and none less.
   *
   * @throws RenderException where no Rollout can do what the Deployment asks for
   */
  static CanaryStrategy of(KubernetesObject deployment, ProgressiveDelivery delivery) {
    MapNode node = deployment.node();
    Position at = node.position();
    boolean recreate = TYPE.text(node).map("Recreate"::equals).orElse(false);
    if (recreate && !delivery.recreateAllowed()) {
      throw new RenderException(recreates(deployment, delivery));
    }
    if (recreate) {
      return new CanaryStrategy(
          Nodes.number(0, at), Nodes.text("100%", at), steps(delivery.steps(), at));
    }
    MapNode rolling = ROLLING.map(node).orElseGet(() -> Nodes.map(at));
    Node surge = field(deployment, rolling, "maxSurge", 1);
    Node unavailable = field(deployment, rolling, "maxUnavailable", 0);
    if (isZero(surge) && isZero(unavailable)) {
      throw new RenderException(
          problem(
                  deployment,
                  "both maxSurge and maxUnavailable are zero, so no pod could change; the"
                      + " conversion is asked for at "
                      + delivery.at())
              .withPlace(surge.position())
              .withAdvice("Let one of them be at least 1."));
    }
    return new CanaryStrategy(surge, unavailable, steps(delivery.steps(), at));
  }

  private static Node field(KubernetesObject deployment, MapNode rolling, String name, long usual) {
    Node given = rolling.get(name);
    if (given == null || Nodes.text(given).isEmpty() && !(given instanceof MapNode)) {
      return Nodes.number(usual, rolling.position());
    }
    String text = Nodes.text(given).orElse("");
    if (!COUNT.matcher(text).matches()) {
      throw new RenderException(
          problem(deployment, "strategy.rollingUpdate." + name + " is " + given)
              .withPlace(given.position())
              .withAdvice("Use a number or a percentage, such as 1 or 25%."));
    }
    return given;
  }

  private static boolean isZero(Node node) {
    return Nodes.text(node).map(text -> ZERO.matcher(text).matches()).orElse(false);
  }

  /** One step with a fifth of the pods, then a person decides. */
  private static ListNode steps(List<Node> given, Position at) {
    return new ListNode(
        given.isEmpty()
            ? List.of(
                Nodes.map(at, "setWeight", Nodes.number(20, at)),
                Nodes.map(at, "pause", Nodes.map(at)))
            : given,
        at);
  }

  MapNode node(Position at) {
    return Nodes.map(
        at,
        "canary",
        Nodes.map(at, "maxSurge", maxSurge, "maxUnavailable", maxUnavailable, "steps", steps));
  }

  private static Problem recreates(KubernetesObject deployment, ProgressiveDelivery delivery) {
    return problem(
            deployment,
            "its strategy is Recreate, and a canary runs beside what it is to replace; the"
                + " conversion is asked for at "
                + delivery.at())
        .withPlace(TYPE.get(deployment.node()).map(Node::position).orElse(null))
        .withAdvice(
            "Name it in progressiveDelivery.exclude, or set progressiveDelivery.recreate to"
                + " allow.");
  }

  private static Problem problem(KubernetesObject deployment, String reason) {
    return Problem.error("making a Rollout of " + deployment.describe(), reason);
  }
}
