package io.agentsrender.gitops.application;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When an Application is rolled out.
 *
 * @param set the ApplicationSet that made it; empty for none
 * @param step of RollingSync that selects it, from 1; empty where none does, so that Argo CD leaves
 *     it alone, or where there is no RollingSync
 * @param phase its label {@code rollout-phase}; empty for none
 * @param wave its sync wave within the Application that applies it
 * @param reverseDeletion whether it is deleted in reverse order
 */
public record Rollout(
    String set, Optional<Integer> step, String phase, long wave, boolean reverseDeletion) {
  private static final FieldPath STEPS = FieldPath.of("spec", "strategy", "rollingSync", "steps");
  private static final FieldPath TYPE = FieldPath.of("spec", "strategy", "type");
  private static final FieldPath DELETION = FieldPath.of("spec", "strategy", "deletionOrder");
  private static final List<String> PHASE_LABELS = List.of("rollout-phase", "rolloutPhase");
  private static final String WAVE = "argocd.argoproj.io/sync-wave";

  /** First what a step selects, step by step; then by phase, wave and name. */
  public static final Comparator<Rollout> ORDER =
      Comparator.comparing((Rollout rollout) -> rollout.step().orElse(Integer.MAX_VALUE))
          .thenComparing(rollout -> rollout.phase().isEmpty() ? "~" : rollout.phase())
          .thenComparingLong(Rollout::wave);

  /**
   * That of an Application.
   *
   * @param set the ApplicationSet that made it
   */
  public static Rollout of(ArgoApplication application, Optional<MapNode> set) {
    Map<String, String> labels = application.labels();
    return new Rollout(
        set.flatMap(node -> FieldPath.of("metadata", "name").text(node)).orElse(""),
        set.flatMap(node -> step(node, labels)),
        PHASE_LABELS.stream()
            .map(labels::get)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(""),
        wave(application),
        set.flatMap(DELETION::text).filter("Reverse"::equals).isPresent());
  }

  private static long wave(ArgoApplication application) {
    String text =
        FieldPath.of("metadata", "annotations")
            .map(application.node())
            .map(annotations -> annotations.get(WAVE))
            .map(node -> node instanceof ScalarNode scalar ? scalar.text() : "")
            .orElse("");
    return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** See buildAppDependencyList of the ApplicationSet controller. */
  private static Optional<Integer> step(MapNode set, Map<String, String> labels) {
    if (TYPE.text(set).filter("RollingSync"::equals).isEmpty()) {
      return Optional.empty();
    }
    List<Node> steps = STEPS.list(set).map(ListNode::items).orElse(List.of());
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof MapNode step && selects(step, labels)) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private static boolean selects(MapNode step, Map<String, String> labels) {
    return !(step.get("matchExpressions") instanceof ListNode expressions)
        || expressions.items().stream()
            .allMatch(item -> item instanceof MapNode expression && matches(expression, labels));
  }

  private static boolean matches(MapNode expression, Map<String, String> labels) {
    String operator = FieldPath.of("operator").text(expression).orElse("");
    String value = labels.get(FieldPath.of("key").text(expression).orElse(""));
    if (value == null) {
      return !operator.equals("In");
    }
    List<String> values =
        expression.get("values") instanceof ListNode list
            ? list.items().stream()
                .map(node -> node instanceof ScalarNode scalar ? scalar.text() : "")
                .toList()
            : List.of();
    boolean in = values.contains(value);
    return switch (operator) {
      case "In" -> in;
      case "NotIn" -> !in;
      default -> false;
    };
  }
}
