package io.agentsrender.policy.settings;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules for steps of a canary, as Argo Rollouts has them (validation.go,
 * ValidateRolloutStrategyCanary), for Rollouts without traffic routing.
 */
final class CanarySteps {
  private static final List<String> KNOWN =
      List.of(
          "setWeight",
          "pause",
          "analysis",
          "experiment",
          "plugin",
          "setCanaryScale",
          "setHeaderRoute",
          "setMirrorRoute");
  private static final List<String> NEED_TRAFFIC_ROUTING =
      List.of("setCanaryScale", "setHeaderRoute", "setMirrorRoute");

  /** Seconds, or a duration of Go without its sign; bounded so that seconds fit 32 bits. */
  private static final Pattern DURATION =
      Pattern.compile("\\d{1,9}|(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ns|us|µs|ms|s|m|h))+");

  private CanarySteps() {}

  static void check(Section delivery, String key, Node node) {
    if (!(node instanceof MapNode step)) {
      delivery.wrong(key, node, "a map with one step");
      return;
    }
    Section fields = new Section(delivery, key, step, KNOWN);
    if (step.size() != 1) {
      delivery.error(
          delivery.path(key) + " has " + step.size() + " kinds of step, and needs exactly one",
          step.position(),
          "Make it one of " + String.join(", ", KNOWN) + ".");
      return;
    }
    Entry entry = step.entries().getFirst();
    String kind = entry.name();
    if (NEED_TRAFFIC_ROUTING.contains(kind)) {
      delivery.error(
          fields.path(kind) + " needs traffic routing, which is not set up",
          entry.key().position(),
          "Use setWeight, pause, analysis or experiment.");
    } else if (kind.equals("setWeight")) {
      checkWeight(fields);
    } else if (kind.equals("pause")) {
      checkPause(fields, entry.value());
    } else if (KNOWN.contains(kind) && !(entry.value() instanceof MapNode)) {
      fields.wrong(kind, entry.value(), "a map");
    }
  }

  private static void checkWeight(Section fields) {
    fields
        .count("setWeight")
        .filter(weight -> weight > 100)
        .ifPresent(weight ->
            fields.error(
                fields.path("setWeight") + " is " + weight,
                fields.at("setWeight"),
                "Use a weight from 0 to 100."));
    if (fields.node("setWeight").isEmpty()) {
      fields.error(
          fields.path("setWeight") + " is null",
          fields.at("setWeight"),
          "Use a weight from 0 to 100.");
    }
  }

  private static void checkPause(Section fields, Node value) {
    if (!(value instanceof MapNode)) {
      fields.error(
          fields.path("pause") + " is " + value.describe() + ", not a map",
          value.position(),
          "Write pause: {} to wait for a person, or pause: {duration: 10m}.");
      return;
    }
    fields
        .section("pause", List.of("duration"))
        .flatMap(pause -> pause.node("duration"))
        .filter(duration -> !isDuration(duration))
        .ifPresent(duration ->
            fields.error(
                fields.path("pause.duration") + " is " + duration,
                duration.position(),
                "Use seconds, or a text such as 30s, 10m or 1h."));
  }

  private static boolean isDuration(Node node) {
    return node instanceof ScalarNode scalar && DURATION.matcher(scalar.text()).matches();
  }
}
