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
          "Every subject of a binding is one that the API server takes, and ServiceAccounts of"
              + " the application are in the render.");

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
    } else if (namespace.isEmpty() && binding.isClusterWide()) {
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
                  who
                      + "\" in "
                      + (namespace.isEmpty() ? subject.namespaceOf(binding.object()) : namespace)
                      + ", which is not in this render")
              .withLevel(Level.WARNING)
              .withAdvice("Correct its name, or add the ServiceAccount."));
    }
  }

  /**
   * Accounts of other namespaces are somebody else's. Without a namespace a RoleBinding means its
   * own (kubernetes, plugin/pkg/auth/authorizer/rbac, appliesToUser).
   */
  private static boolean isMissing(
      Subject subject, Binding binding, String namespace, String name) {
    String home = subject.namespaceOf(binding.object());
    return (namespace.isEmpty() || namespace.equals(home))
        && !name.equals(DEFAULT_ACCOUNT)
        && subject.find("", "ServiceAccount", home, name).isEmpty();
  }

  private static Finding finding(
      Subject subject, Binding binding, MapNode entry, String key, String message) {
    return CARD.finding(message)
        .withObject(binding.object())
        .withPlace(subject.place(binding.object(), Binding.nodeOf(entry, key)));
  }
}
