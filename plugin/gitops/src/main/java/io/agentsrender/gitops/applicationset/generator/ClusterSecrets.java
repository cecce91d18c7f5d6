package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads clusters from the Secrets by which Argo CD knows them. Credentials are not looked at. */
public final class ClusterSecrets {
  private static final String TYPE = "argocd.argoproj.io/secret-type";

  private ClusterSecrets() {}

  /** The clusters among some documents: Secrets, or lists of them. */
  public static List<Cluster> read(List<Node> documents) {
    List<Cluster> clusters = new ArrayList<>();
    documents.forEach(document -> add(document, clusters));
    return clusters;
  }

  private static void add(Node node, List<Cluster> clusters) {
    if (node instanceof ListNode list) {
      list.items().forEach(item -> add(item, clusters));
    } else if (node instanceof MapNode map) {
      if (map.get("items") instanceof ListNode items) {
        add(items, clusters);
      } else if ("cluster".equals(labels(map, "labels").get(TYPE))) {
        clusters.add(cluster(map));
      }
    }
  }

  private static Cluster cluster(MapNode secret) {
    return new Cluster(
        value(secret, "name").orElse(""),
        value(secret, "server").orElse(""),
        value(secret, "project"),
        labels(secret, "labels"),
        labels(secret, "annotations"));
  }

  private static Optional<String> value(MapNode secret, String key) {
    return FieldPath.of("stringData", key)
        .text(secret)
        .or(() -> FieldPath.of("data", key).text(secret).map(ClusterSecrets::decoded));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Map<String, String> labels(MapNode secret, String field) {
    Map<String, String> labels = new LinkedHashMap<>();
    FieldPath.of("metadata", field)
        .map(secret)
        .ifPresent(map ->
            map.entries()
                .forEach(entry ->
                    labels.put(
                        entry.name(),
                        entry.value() instanceof ScalarNode scalar ? scalar.text() : "")));
    return labels;
  }
}
