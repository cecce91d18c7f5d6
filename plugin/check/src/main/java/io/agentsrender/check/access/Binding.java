package io.agentsrender.check.access;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * A RoleBinding or ClusterRoleBinding.
 *
 * @param role its {@code roleRef}
 * @param subjects who gets the role
 */
record Binding(KubernetesObject object, MapNode role, List<MapNode> subjects) {
  static final String GROUP = "rbac.authorization.k8s.io";
  private static final FieldPath ROLE = FieldPath.of("roleRef");

  static Optional<Binding> of(KubernetesObject object) {
    boolean binding =
        object.group().equals(GROUP)
            && (object.kind().equals("RoleBinding") || object.kind().equals("ClusterRoleBinding"));
    return binding
        ? ROLE.map(object.node())
            .map(role ->
                new Binding(object, role, Nodes.maps(object.node().get("subjects")).toList()))
        : Optional.empty();
  }

  boolean isClusterWide() {
    return object.kind().equals("ClusterRoleBinding");
  }

  String roleKind() {
    return text(role, "kind");
  }

  String roleName() {
    return text(role, "name");
  }

  static String text(MapNode map, String key) {
    return Nodes.text(map.get(key)).orElse("");
  }

  /** A field, or what should have it. */
  static Node nodeOf(MapNode map, String key) {
    Node node = map.get(key);
    return node == null ? map : node;
  }
}
