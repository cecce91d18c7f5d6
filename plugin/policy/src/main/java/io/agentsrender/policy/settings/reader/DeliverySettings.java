package io.agentsrender.policy.settings.reader;

import io.agentsrender.policy.settings.PlacedText;
import io.agentsrender.policy.settings.ProgressiveDelivery;
import io.agentsrender.policy.settings.ProgressiveDelivery.Mode;
import io.agentsrender.policy.settings.ProgressiveDelivery.Recreate;
import io.agentsrender.policy.settings.ProgressiveDelivery.ScaleDown;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Reads {@code progressiveDelivery}. What is off is looked at for unknown settings only. */
final class DeliverySettings {
  private static final List<String> KNOWN =
      List.of(
          "enabled",
          "provider",
          "canarySteps",
          "components",
          "exclude",
          "mode",
          "recreate",
          "scaleDown",
          "deploymentReplicas");

  private DeliverySettings() {}

  static ProgressiveDelivery read(Section root) {
    Optional<Section> section = root.section(SettingsReader.DELIVERY, KNOWN);
    if (section.isEmpty() || !section.get().isTrue("enabled")) {
      return ProgressiveDelivery.OFF;
    }
    Section delivery = section.get();
    delivery.choice(
        "provider", ProgressiveDelivery.Provider.class, ProgressiveDelivery.Provider.ARGO_ROLLOUTS);
    List<Node> steps = delivery.list("canarySteps");
    for (int i = 0; i < steps.size(); i++) {
      CanarySteps.check(delivery, "canarySteps[" + i + "]", steps.get(i));
    }
    Mode mode = delivery.choice("mode", Mode.class, Mode.CONVERT);
    checkMode(delivery, mode);
    List<PlacedText> components = delivery.names("components");
    List<PlacedText> exclude = delivery.names("exclude");
    checkExclusions(delivery, components, exclude);
    return new ProgressiveDelivery(
        true,
        delivery.at("enabled"),
        steps,
        components,
        exclude,
        mode,
        delivery.choice("recreate", Recreate.class, Recreate.REFUSE) == Recreate.ALLOW,
        delivery.choice("scaleDown", ScaleDown.class, ScaleDown.NEVER),
        delivery.count("deploymentReplicas"));
  }

  private static void checkMode(Section delivery, Mode mode) {
    for (String key : List.of("scaleDown", "deploymentReplicas")) {
      if (mode == Mode.CONVERT && delivery.node(key).isPresent()) {
        delivery.error(
            delivery.path(key) + " is set, but no Deployment stays beside its Rollout",
            delivery.at(key),
            "Set progressiveDelivery.mode to workloadRef, or leave " + key + " out.");
      }
    }
  }

  private static void checkExclusions(
      Section delivery, List<PlacedText> components, List<PlacedText> exclude) {
    for (PlacedText name : exclude) {
      if (components.stream().anyMatch(component -> component.text().equals(name.text()))) {
        delivery.error(
            "progressiveDelivery both names and excludes \"" + name + "\"",
            name.at(),
            "Take it out of components or of exclude.");
      }
    }
  }
}
