package io.agentsrender.check.access;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Pods;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.Node;
import java.util.Optional;
import java.util.function.Consumer;

/** Pods run as a ServiceAccount that exists; without it no pod starts. */
public final class ServiceAccountRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "service-account-missing",
          Level.WARNING,
          "Every ServiceAccount that pods run as is in the render.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (Pods pods : subject.pods()) {
      Node node = pods.template().spec().get("serviceAccountName");
      Optional<String> name = Nodes.text(node).filter(text -> !text.isEmpty());
      boolean missing =
          name.isPresent()
              && !name.get().equals("default")
              && subject.find("", "ServiceAccount", pods.namespace(), name.get()).isEmpty();
      if (node != null && missing) {
        KubernetesObject owner = pods.template().owner();
        found.accept(
            CARD.finding(
                    "the pods of "
                        + owner.describe()
                        + " run as the ServiceAccount \""
                        + name.get()
                        + "\" in "
                        + pods.namespace()
                        + ", which is not in this render")
                .withObject(owner)
                .withPlace(subject.place(owner, node))
                .withAdvice("Correct its name, or add the ServiceAccount."));
      }
    }
  }
}
