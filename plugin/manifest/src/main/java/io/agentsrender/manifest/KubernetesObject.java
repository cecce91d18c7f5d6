package io.agentsrender.manifest;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.Optional;

/**
 * One Kubernetes object and where it came from.
 *
 * @param node the whole object
 */
public record KubernetesObject(MapNode node, Origin origin) {
  public String apiVersion() {
    return text(node, "apiVersion");
  }

  public String kind() {
    return text(node, "kind");
  }

  /**
   * {@code metadata.name}; empty where the API server is to make one up from {@link
   * #generateName()}.
   */
  public String name() {
    return metadata().map(metadata -> text(metadata, "name")).orElse("");
  }

  public String generateName() {
    return metadata().map(metadata -> text(metadata, "generateName")).orElse("");
  }

  /** {@code metadata.namespace}; empty where it is left to the destination. */
  public String namespace() {
    return metadata().map(metadata -> text(metadata, "namespace")).orElse("");
  }

  /** The API group; empty for the core group. */
  public String group() {
    String apiVersion = apiVersion();
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public boolean isSecret() {
    return kind().equals("Secret") && apiVersion().equals("v1");
  }

  /** {@code Deployment.apps/web}, as kubectl prints it, with the namespace where one is set. */
  public String describe() {
    String type = group().isEmpty() ? kind() : kind() + "." + group();
    String name = name().isEmpty() ? generateName() + "*" : name();
    return namespace().isEmpty() ? type + "/" + name : type + "/" + name + " in " + namespace();
  }

  public KubernetesObject withNode(MapNode changed) {
    return new KubernetesObject(changed, origin);
  }

  private Optional<MapNode> metadata() {
    return node.get("metadata") instanceof MapNode metadata
        ? Optional.of(metadata)
        : Optional.empty();
  }

  private static String text(MapNode map, String key) {
    Node value = map.get(key);
    return value instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : "";
  }
}
