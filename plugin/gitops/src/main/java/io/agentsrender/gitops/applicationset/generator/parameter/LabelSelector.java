package io.agentsrender.gitops.applicationset.generator.parameter;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes label selector without Kubernetes' rules for values, as Argo CD's
 * applicationset/utils has it: it selects parameters too, URLs among them.
 */
public final class LabelSelector {
  private enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String written;

    Operator(String written) {
      this.written = written;
    }
  }

  private record Requirement(String key, Operator operator, List<String> values) {
    boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }
  }

  private final List<Requirement> requirements;

  private LabelSelector(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /** The selector written there; one that is not there selects everything. */
  public static LabelSelector of(@Nullable Node node) {
    List<Requirement> requirements = new ArrayList<>();
    if (node instanceof MapNode selector) {
      if (selector.get("matchLabels") instanceof MapNode labels) {
        labels
            .entries()
            .forEach(entry ->
                requirements.add(
                    new Requirement(entry.name(), Operator.IN, List.of(text(entry.value())))));
      }
      if (selector.get("matchExpressions") instanceof ListNode expressions) {
        expressions.items().forEach(item -> requirements.add(requirement(item)));
      }
    }
    return new LabelSelector(requirements);
  }

  private static Requirement requirement(Node item) {
    MapNode map = item instanceof MapNode found ? found : new MapNode(List.of(), item.position());
    String written = Parameters.field(map, "operator");
    List<String> values =
        map.get("values") instanceof ListNode list
            ? list.items().stream().map(LabelSelector::text).toList()
            : List.of();
    for (Operator operator : Operator.values()) {
      if (operator.written.equals(written)) {
        checkCount(item, operator, values);
        return new Requirement(Parameters.field(map, "key"), operator, values);
      }
    }
    throw Failures.at(
        item,
        "error parsing label selector: \"" + written + "\" is not a valid pod selector operator",
        "Use In, NotIn, Exists or DoesNotExist.");
  }

  private static void checkCount(Node item, Operator operator, List<String> values) {
    boolean needsValues = operator == Operator.IN || operator == Operator.NOT_IN;
    if (needsValues && values.isEmpty()) {
      throw Failures.at(
          item,
          "error parsing label selector: values: Invalid value: null: for 'in', 'notin' operators,"
              + " values set can't be empty");
    }
    if (!needsValues && !values.isEmpty()) {
      throw Failures.at(
          item,
          "error parsing label selector: values: Invalid value: "
              + JsonWriter.compact().write(values)
              + ": values set must be empty for exists and does not exist");
    }
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  public boolean isEverything() {
    return requirements.isEmpty();
  }

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.matches(labels));
  }
}
