package io.agentsrender.policy.settings.reader;

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
  private static final List<String> ANALYSIS =
      List.of("templates", "args", "dryRun", "measurementRetention", "analysisRunMetadata");
  private static final List<String> ANALYSIS_TEMPLATE = List.of("templateName", "clusterScope");
  private static final List<String> EXPERIMENT =
      List.of("templates", "duration", "analyses", "dryRun", "analysisRunMetadata");
  private static final List<String> EXPERIMENT_TEMPLATE =
      List.of("name", "specRef", "replicas", "metadata", "selector", "weight", "service");
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
    } else if (kind.equals("analysis")) {
      fields.section(kind, ANALYSIS).ifPresent(it -> checkTemplates(it, ANALYSIS_TEMPLATE));
    } else if (kind.equals("experiment")) {
      fields.section(kind, EXPERIMENT).ifPresent(it -> checkTemplates(it, EXPERIMENT_TEMPLATE));
    } else if (kind.equals("plugin")) {
      fields.section(kind, List.of("name", "config"));
    }
  }

  /** A field that is not known would be dropped by the API server without a word. */
  private static void checkTemplates(Section step, List<String> known) {
    List<Node> templates = step.list("templates");
    for (int i = 0; i < templates.size(); i++) {
      if (!(templates.get(i) instanceof MapNode template)) {
        step.wrong("templates[" + i + "]", templates.get(i), "a map");
        continue;
      }
      Section fields = step.item("templates", i, template, known);
      if (fields.node("weight").isPresent() && known.contains("weight")) {
        step.error(
            fields.path("weight") + " needs traffic routing, which is not set up",
            fields.at("weight"),
            "Leave it out, or set replicas.");
      }
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
