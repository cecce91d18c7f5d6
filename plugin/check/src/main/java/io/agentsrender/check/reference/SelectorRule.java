package io.agentsrender.check.reference;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.LabelSelector;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Services, disruption budgets and network policies select pods that exist. */
public final class SelectorRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "selector-matches-nothing",
          Level.WARNING,
          "The selector of a Service, PodDisruptionBudget or NetworkPolicy matches pods of the"
              + " render.");

  /** Kinds that are often called like the workload they serve, and make no pods. */
  private static final Pattern MAKES_NO_PODS =
      Pattern.compile(
          ".*(?:Monitor|Rule|Secret|Certificate|Issuer|Route|Gateway|Policy|Definition|Scaled.*"
              + "|VirtualService|Application|ApplicationSet|AppProject|AnalysisTemplate)");

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");
  private static final FieldPath POD_SELECTOR = FieldPath.of("spec", "podSelector");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (KubernetesObject object : subject.objects()) {
      Optional<MapNode> node = selectorNode(object);
      if (node.isPresent()) {
        LabelSelector selector =
            isService(object) ? LabelSelector.ofMap(node.get()) : LabelSelector.of(node.get());
        if (!selector.isEmpty() && !isMet(subject, object, selector)) {
          found.accept(finding(subject, object, node.get(), selector));
        }
      }
    }
  }

  private static boolean isService(KubernetesObject object) {
    return object.kind().equals("Service") && object.group().isEmpty();
  }

  private static Optional<MapNode> selectorNode(KubernetesObject object) {
    return switch (object.kind() + "." + object.group()) {
      case "Service.", "PodDisruptionBudget.policy" -> SELECTOR.map(object.node());
      case "NetworkPolicy.networking.k8s.io" -> POD_SELECTOR.map(object.node());
      default -> Optional.empty();
    };
  }

  private static boolean isMet(Subject subject, KubernetesObject object, LabelSelector selector) {
    String namespace = subject.namespaceOf(object);
    return subject.pods().stream()
            .filter(pods -> pods.namespace().equals(namespace))
            .anyMatch(pods -> selector.matches(pods.labels()))
        || isMadeByController(subject, selector);
  }

  /** Controllers label the pods that they make with the name of the object they made them for. */
  private static boolean isMadeByController(Subject subject, LabelSelector selector) {
    return subject.objects().stream()
        .filter(object -> object.group().contains(".") && !object.group().endsWith(".k8s.io"))
        .filter(object -> !MAKES_NO_PODS.matcher(object.kind()).matches())
        .anyMatch(object -> selector.values().contains(object.name()));
  }

  private static Finding finding(
      Subject subject, KubernetesObject object, MapNode node, LabelSelector selector) {
    return CARD.finding(
            object.describe()
                + " selects pods with "
                + selector
                + ", and no pod of this render has these labels")
        .withObject(object)
        .withPlace(subject.place(object, node))
        .withAdvice(
            "Compare it with the labels of the pod templates; labels of the workloads themselves do"
                + " not count.");
  }
}
