package io.agentsrender.helm.output;

import io.agentsrender.helm.profile.HelmProfile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of kinds in which Helm installs (releaseutil/kind_sorter.go, InstallOrder): kinds that
 * it does not know come last, by name.
 */
final class KindOrder implements Comparator<String> {
  private static final List<String> INSTALL_ORDER =
      List.of(
          "PriorityClass",
          "Namespace",
          "NetworkPolicy",
          "ResourceQuota",
          "LimitRange",
          "PodSecurityPolicy",
          "PodDisruptionBudget",
          "ServiceAccount",
          "Secret",
          "SecretList",
          "ConfigMap",
          "StorageClass",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "CustomResourceDefinition",
          "ClusterRole",
          "ClusterRoleList",
          "ClusterRoleBinding",
          "ClusterRoleBindingList",
          "Role",
          "RoleList",
          "RoleBinding",
          "RoleBindingList",
          "Service",
          "DaemonSet",
          "Pod",
          "ReplicationController",
          "ReplicaSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "StatefulSet",
          "Job",
          "CronJob",
          "IngressClass",
          "Ingress",
          "APIService");

  private static final List<String> SINCE_HELM_4 =
      List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

  private final Map<String, Integer> ranks = new HashMap<>();

  KindOrder(HelmProfile profile) {
    INSTALL_ORDER.forEach(this::add);
    if (profile.isHelm4()) {
      SINCE_HELM_4.forEach(this::add);
    }
  }

  private void add(String kind) {
    ranks.put(kind, ranks.size());
  }

  @Override
  public int compare(String left, String right) {
    int unknown = ranks.size();
    int leftRank = ranks.getOrDefault(left, unknown);
    int rightRank = ranks.getOrDefault(right, unknown);
    return leftRank == unknown && rightRank == unknown
        ? left.compareTo(right)
        : Integer.compare(leftRank, rightRank);
  }
}
