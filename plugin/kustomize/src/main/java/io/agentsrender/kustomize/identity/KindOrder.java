package io.agentsrender.kustomize.identity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks kinds: some come first, some last, the others between. */
public final class KindOrder {
  /** The order in which kustomize prints unless told otherwise. */
  public static final KindOrder LEGACY =
      new KindOrder(
          List.of(
              "Namespace",
              "ResourceQuota",
              "StorageClass",
              "CustomResourceDefinition",
              "ServiceAccount",
              "PodSecurityPolicy",
              "Role",
              "ClusterRole",
              "RoleBinding",
              "ClusterRoleBinding",
              "ConfigMap",
              "Secret",
              "Endpoints",
              "Service",
              "LimitRange",
              "PriorityClass",
              "PersistentVolume",
              "PersistentVolumeClaim",
              "Deployment",
              "StatefulSet",
              "CronJob",
              "PodDisruptionBudget"),
          List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"));

  private final Map<String, Integer> ranks = new HashMap<>();

  public KindOrder(List<String> first, List<String> last) {
    for (int i = 0; i < first.size(); i++) {
      ranks.put(first.get(i), i - first.size());
    }
    for (int i = 0; i < last.size(); i++) {
      ranks.put(last.get(i), i + 1);
    }
  }

  public int rank(String kind) {
    return ranks.getOrDefault(kind, 0);
  }

  /** By rank, then by group, version and kind (kyaml Gvk.IsLessThan). */
  public Comparator<Gvk> comparator() {
    return Comparator.<Gvk>comparingInt(gvk -> rank(gvk.kind()))
        .thenComparing(Gvk::sortText, GoStrings::compare);
  }
}
