package io.agentsrender.check.access;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The kinds of roles and bindings fit what they are about: one namespace, or the cluster. */
public final class ScopeRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "rbac-scope",
          Level.ERROR,
          "Roles are about one namespace, ClusterRoles about the cluster, and bindings bind what"
              + " they can.");

  /** What has no namespace ({@code kubectl api-resources --namespaced=false}). */
  private static final Set<String> CLUSTER_WIDE =
      Set.of(
          "apiservices.apiregistration.k8s.io",
          "certificatesigningrequests.certificates.k8s.io",
          "clusterrolebindings.rbac.authorization.k8s.io",
          "clusterroles.rbac.authorization.k8s.io",
          "csidrivers.storage.k8s.io",
          "csinodes.storage.k8s.io",
          "customresourcedefinitions.apiextensions.k8s.io",
          "flowschemas.flowcontrol.apiserver.k8s.io",
          "ingressclasses.networking.k8s.io",
          "mutatingwebhookconfigurations.admissionregistration.k8s.io",
          "nodes",
          "nodes.metrics.k8s.io",
          "persistentvolumes",
          "priorityclasses.scheduling.k8s.io",
          "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io",
          "runtimeclasses.node.k8s.io",
          "storageclasses.storage.k8s.io",
          "subjectaccessreviews.authorization.k8s.io",
          "tokenreviews.authentication.k8s.io",
          "validatingwebhookconfigurations.admissionregistration.k8s.io",
          "volumeattachments.storage.k8s.io");

  /** The convention of charts that can be installed for a namespace or for the cluster. */
  private static final FieldPath CLUSTER_SCOPED = FieldPath.of("rbac", "clusterScoped");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (KubernetesObject object : subject.objects()) {
      if (object.group().equals(Binding.GROUP) && object.kind().equals("Role")) {
        checkRole(subject, object, found);
      }
      Binding.of(object)
          .filter(binding -> binding.isClusterWide() && binding.roleKind().equals("Role"))
          .ifPresent(binding -> found.accept(namespacedRole(subject, binding)));
    }
    subject.scopes().forEach(scope -> checkValues(subject, scope, found));
  }

  private static void checkRole(Subject subject, KubernetesObject role, Consumer<Finding> found) {
    Nodes.maps(role.node().get("rules"))
        .forEach(rule -> {
          Node urls = rule.get("nonResourceURLs");
          if (urls != null) {
            found.accept(
                CARD.finding(
                        role.describe()
                            + " has rules for URLs, which are of the cluster; the API server"
                            + " refuses it")
                    .withObject(role)
                    .withPlace(subject.place(role, urls))
                    .withAdvice("Put them into a ClusterRole."));
          }
          resources(rule)
              .forEach(resource -> {
                String name = clusterWide(rule, resource);
                if (!name.isEmpty()) {
                  found.accept(
                      CARD.finding(
                              role.describe()
                                  + " is about "
                                  + name
                                  + ", which have no namespace: it"
                                  + " gives nothing")
                          .withLevel(Level.WARNING)
                          .withObject(role)
                          .withPlace(subject.place(role, resource))
                          .withAdvice(
                              "Put the rule into a ClusterRole, and bind it for the cluster."));
                }
              });
        });
  }

  private static List<Node> resources(MapNode rule) {
    return rule.get("resources") instanceof ListNode list ? List.copyOf(list.items()) : List.of();
  }

  /** The full name of a resource that has no namespace; empty for any other. */
  private static String clusterWide(MapNode rule, Node resource) {
    String plural = Nodes.text(resource).orElse("").replaceFirst("/.*", "");
    if (!(rule.get("apiGroups") instanceof ListNode groups)) {
      return "";
    }
    return groups.items().stream()
        .flatMap(group -> Nodes.text(group).stream())
        .map(group -> group.isEmpty() ? plural : plural + "." + group)
        .filter(CLUSTER_WIDE::contains)
        .findFirst()
        .orElse("");
  }

  private static Finding namespacedRole(Subject subject, Binding binding) {
    return CARD.finding(
            binding.object().describe()
                + " binds the Role \""
                + binding.roleName()
                + "\", and can bind ClusterRoles only; the API server refuses it")
        .withObject(binding.object())
        .withPlace(subject.place(binding.object(), Binding.nodeOf(binding.role(), "kind")))
        .withAdvice("Use a RoleBinding, or a ClusterRole.");
  }

  /** Values that say how far the release reaches, against what it holds. */
  private static void checkValues(Subject subject, Scope scope, Consumer<Finding> found) {
    Optional<Node> wanted = CLUSTER_SCOPED.get(scope.values());
    if (wanted.isEmpty() || !(wanted.get() instanceof ScalarNode scalar)) {
      return;
    }
    Optional<KubernetesObject> wide =
        subject.objects().stream()
            .filter(scope::covers)
            .filter(object -> object.group().equals(Binding.GROUP))
            .filter(object -> object.kind().startsWith("Cluster"))
            .findFirst();
    Optional<KubernetesObject> narrow =
        subject.objects().stream()
            .filter(scope::covers)
            .filter(object -> object.group().equals(Binding.GROUP))
            .findFirst();
    if (Boolean.FALSE.equals(scalar.value()) && wide.isPresent()) {
      found.accept(
          CARD.finding(
                  "rbac.clusterScoped is false, and "
                      + scope.describe()
                      + " has "
                      + wide.get().describe())
              .withObject(wide.get())
              .withPlace(scalar.position())
              .withAdvice("Have the chart make Roles and RoleBindings, or set it to true."));
    } else if (Boolean.TRUE.equals(scalar.value()) && wide.isEmpty() && narrow.isPresent()) {
      found.accept(
          CARD.finding(
                  "rbac.clusterScoped is true, and "
                      + scope.describe()
                      + " has Roles only, such as "
                      + narrow.get().describe())
              .withObject(narrow.get())
              .withPlace(scalar.position())
              .withAdvice("Have the chart make ClusterRoles, or set it to false."));
    }
  }
}
