package io.agentsrender.check.access;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.yaml.MapNode;
import java.util.function.Consumer;

/** The subjects of bindings are ones that the API server takes, and that exist. */
public final class SubjectRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "rbac-subject",
          Level.ERROR,
          "Every ServiceAccount that a binding names has a namespace, and is in the render where"
              + " that is the application's.");

  private static final String DEFAULT_ACCOUNT = "default";

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (KubernetesObject object : subject.objects()) {
      Binding.of(object)
          .ifPresent(binding ->
              binding.subjects().forEach(entry -> check(subject, binding, entry, found)));
    }
  }

  private static void check(
      Subject subject, Binding binding, MapNode entry, Consumer<Finding> found) {
    String kind = Binding.text(entry, "kind");
    String name = Binding.text(entry, "name");
    String namespace = Binding.text(entry, "namespace");
    String group = Binding.text(entry, "apiGroup");
    String who = binding.object().describe() + " gives its role to the " + kind + " \"" + name;
    if (!kind.equals("ServiceAccount")) {
      if (!group.isEmpty() && !group.equals(Binding.GROUP)) {
        found.accept(
            finding(subject, binding, entry, "apiGroup", who + "\" of the group \"" + group + "\"")
                .withAdvice("Set apiGroup to " + Binding.GROUP + "."));
      }
    } else if (!group.isEmpty()) {
      found.accept(
          finding(subject, binding, entry, "apiGroup", who + "\" of the group \"" + group + "\"")
              .withAdvice("Leave apiGroup out for a ServiceAccount."));
    } else if (namespace.isEmpty()) {
      found.accept(
          finding(subject, binding, entry, "name", who + "\" and does not say in which namespace")
              .withAdvice("Set the namespace of the subject; the API server refuses it without."));
    } else if (isMissing(subject, binding, namespace, name)) {
      found.accept(
          finding(
                  subject,
                  binding,
                  entry,
                  "name",
                  who + "\" in " + namespace + ", which is not in this render")
              .withLevel(Level.WARNING)
              .withAdvice("Correct its name, or add the ServiceAccount."));
    }
  }

  /** Accounts of other namespaces are somebody else's. */
  private static boolean isMissing(
      Subject subject, Binding binding, String namespace, String name) {
    boolean own = namespace.equals(subject.namespaceOf(binding.object()));
    return own
        && !name.equals(DEFAULT_ACCOUNT)
        && subject.find("", "ServiceAccount", namespace, name).isEmpty();
  }

  private static Finding finding(
      Subject subject, Binding binding, MapNode entry, String key, String message) {
    return CARD.finding(message)
        .withObject(binding.object())
        .withPlace(subject.place(binding.object(), Binding.nodeOf(entry, key)));
  }
}
