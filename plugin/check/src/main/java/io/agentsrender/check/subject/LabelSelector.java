package io.agentsrender.check.subject;

import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses objects by their labels (apimachinery, LabelSelectorAsSelector): all requirements must be
 * met.
 */
public final class LabelSelector {
  private final List<Requirement> requirements;

  /**
   * One requirement.
   *
   * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}
   */
  private record Requirement(String key, String operator, List<String> values) {
    boolean isMetBy(Map<String, String> labels) {
      Optional<String> value = Optional.ofNullable(labels.get(key));
      return switch (operator) {
        case "In" -> value.map(values::contains).orElse(false);
        case "NotIn" -> !value.map(values::contains).orElse(false);
        case "Exists" -> value.isPresent();
        case "DoesNotExist" -> value.isEmpty();
        default -> false;
      };
    }

    @Override
    public String toString() {
      return switch (operator) {
        case "In" -> key + (values.size() == 1 ? "=" + values.getFirst() : " in " + values);
        case "NotIn" -> key + " not in " + values;
        case "DoesNotExist" -> "no " + key;
        default -> key;
      };
    }
  }

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = requirements;
  }

  /** A plain map of labels, as Services have it. */
  public static LabelSelector ofMap(MapNode labels) {
    return new LabelSelector(equalities(labels));
  }

  /** A map with {@code matchLabels} and {@code matchExpressions}. */
  public static LabelSelector of(MapNode selector) {
    List<Requirement> requirements = new ArrayList<>();
    if (selector.get("matchLabels") instanceof MapNode labels) {
      requirements.addAll(equalities(labels));
    }
    Nodes.maps(selector.get("matchExpressions"))
        .forEach(expression ->
            requirements.add(
                new Requirement(
                    Nodes.text(expression.get("key")).orElse(""),
                    Nodes.text(expression.get("operator")).orElse(""),
                    texts(expression.get("values")))));
    return new LabelSelector(requirements);
  }

  private static List<Requirement> equalities(MapNode labels) {
    List<Requirement> requirements = new ArrayList<>();
    for (Entry entry : labels.entries()) {
      Nodes.text(entry.value())
          .ifPresent(
              value -> requirements.add(new Requirement(entry.name(), "In", List.of(value))));
    }
    return requirements;
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Node node) {
    return node instanceof ListNode list
        ? list.items().stream().flatMap(item -> Nodes.text(item).stream()).toList()
        : List.of();
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.isMetBy(labels));
  }

  /** Whether it asks for nothing, and so matches everything. */
  public boolean isEmpty() {
    return requirements.isEmpty();
  }

  /** The values that it asks for. */
  public List<String> values() {
    return requirements.stream()
        .filter(requirement -> requirement.operator.equals("In"))
        .flatMap(requirement -> requirement.values.stream())
        .toList();
  }

  @Override
  public String toString() {
    return requirements.stream().map(Requirement::toString).collect(Collectors.joining(", "));
  }
}
