package io.agentsrender.check.access;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Bindings bind roles that exist. */
public final class MissingRoleRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "rbac-role-missing",
          Level.WARNING,
          "The role of every binding is in the render, or is one that every cluster has.");

  private static final Set<String> IN_EVERY_CLUSTER =
      Set.of("cluster-admin", "admin", "edit", "view");

  /** Kubernetes keeps it in kube-system, for API servers that extend it. */
  private static final String AGGREGATION_ROLE = "extension-apiserver-authentication-reader";

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (KubernetesObject object : subject.objects()) {
      Binding.of(object)
          .filter(binding -> !isPresent(subject, binding))
          .ifPresent(binding -> found.accept(finding(subject, binding)));
    }
  }

  private static boolean isPresent(Subject subject, Binding binding) {
    String name = binding.roleName();
    if (binding.roleKind().equals("ClusterRole")) {
      return IN_EVERY_CLUSTER.contains(name)
          || name.startsWith("system:")
          || roles(subject, "ClusterRole").stream().anyMatch(role -> role.name().equals(name));
    }
    // A Role that a ClusterRoleBinding names is found by the rule of kinds and scopes.
    return binding.isClusterWide()
        || name.startsWith("system:")
        || name.equals(AGGREGATION_ROLE)
        || subject
            .find(Binding.GROUP, "Role", subject.namespaceOf(binding.object()), name)
            .isPresent();
  }

  private static List<KubernetesObject> roles(Subject subject, String kind) {
    return subject.objects().stream()
        .filter(object -> object.group().equals(Binding.GROUP) && object.kind().equals(kind))
        .toList();
  }

  private static Finding finding(Subject subject, Binding binding) {
    Optional<KubernetesObject> other =
        roles(subject, binding.roleKind().equals("Role") ? "ClusterRole" : "Role").stream()
            .filter(role -> role.name().equals(binding.roleName()))
            .findFirst();
    return CARD.finding(
            binding.object().describe()
                + " binds the "
                + binding.roleKind()
                + " \""
                + binding.roleName()
                + "\", which is not in this render"
                + other.map(role -> "; there is a " + role.describe()).orElse(""))
        .withObject(binding.object())
        .withPlace(subject.place(binding.object(), Binding.nodeOf(binding.role(), "name")))
        .withAdvice(
            other.isPresent()
                ? "Correct the kind of the roleRef."
                : "Correct the name, or add the role.");
  }
}
