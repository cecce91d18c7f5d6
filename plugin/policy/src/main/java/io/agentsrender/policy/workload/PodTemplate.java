package io.agentsrender.policy.workload;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The pods of a workload.
 *
 * @param owner the workload, or the pod itself
 * @param at where the template stands in the owner; empty for a pod
 */
public record PodTemplate(KubernetesObject owner, List<String> at) {
  private static final List<String> CONTAINER_LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");
  private static final List<String> USUAL = List.of("spec", "template");
  private static final List<String> OF_CRON_JOB =
      List.of("spec", "jobTemplate", "spec", "template");

  /** Kinds whose controllers replace pods when the template changes. */
  private static final List<String> REPLACING =
      List.of("Deployment", "StatefulSet", "DaemonSet", "Rollout");

  /** The pods of an object, or empty where it has none. */
  public static Optional<PodTemplate> of(KubernetesObject object) {
    List<String> at =
        switch (object.kind()) {
          case "Pod" -> List.of();
          case "CronJob" -> OF_CRON_JOB;
          default -> USUAL;
        };
    PodTemplate template = new PodTemplate(object, at);
    return template.path("spec", "containers").list(object.node()).map(_ -> template);
  }

  private FieldPath path(String... names) {
    List<String> all = new ArrayList<>(at);
    all.addAll(List.of(names));
    return new FieldPath(all);
  }

  /** Whether pods are replaced when the template changes. */
  public boolean isReplacing() {
    return REPLACING.contains(owner.kind());
  }

  public MapNode spec() {
    return path("spec").map(owner.node()).orElseThrow();
  }

  /** The annotations of the pods. */
  public FieldPath annotations() {
    return path("metadata", "annotations");
  }

  /** All containers: those that run first, the usual ones, and those for debugging. */
  public List<MapNode> containers() {
    List<MapNode> containers = new ArrayList<>();
    for (String list : CONTAINER_LISTS) {
      Nodes.maps(spec().get(list)).forEach(containers::add);
    }
    return containers;
  }

  /** The usual containers only. */
  public List<MapNode> mainContainers() {
    return Nodes.maps(spec().get("containers")).toList();
  }

  /** The owner with changed containers; the very owner where nothing changes. */
  public KubernetesObject withContainers(UnaryOperator<MapNode> change) {
    MapNode node = owner.node();
    for (String list : CONTAINER_LISTS) {
      if (spec().get(list) instanceof ListNode items) {
        List<Node> changed =
            items.items().stream()
                .map(item -> item instanceof MapNode container ? change.apply(container) : item)
                .toList();
        if (!same(items.items(), changed)) {
          node = path("spec", list).set(node, items.withItems(changed));
        }
      }
    }
    return node == owner.node() ? owner : owner.withNode(node);
  }

  private static boolean same(List<Node> left, List<Node> right) {
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i) != right.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The owner with another field of the pods' specification. */
  public KubernetesObject withField(String name, Node value) {
    return owner.withNode(path("spec", name).set(owner.node(), value));
  }
}
