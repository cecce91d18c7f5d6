package io.agentsrender.gitops.application;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An Application of Argo CD.
 *
 * @param node the whole object; where an ApplicationSet made it, everything in it stands where its
 *     template stands
 */
public record ArgoApplication(MapNode node) {
  private static final String GROUP = "argoproj.io/";

  /** Whether an object is an Application. */
  public static boolean is(MapNode object) {
    return isOfKind(object, "Application");
  }

  static boolean isOfKind(MapNode object, String kind) {
    return FieldPath.of("apiVersion").text(object).orElse("").startsWith(GROUP)
        && FieldPath.of("kind").text(object).orElse("").equals(kind);
  }

  public Position at() {
    return node.position();
  }

  public String name() {
    return text("metadata", "name");
  }

  /** Where the Application itself is; empty where that is left to who applies it. */
  public String namespace() {
    return text("metadata", "namespace");
  }

  public String project() {
    return text("spec", "project");
  }

  /** The namespace of its objects; empty where none is set. */
  public String destinationNamespace() {
    return text("spec", "destination", "namespace");
  }

  /** The cluster's name, or else its address. */
  public String destinationCluster() {
    String name = text("spec", "destination", "name");
    return name.isEmpty() ? text("spec", "destination", "server") : name;
  }

  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    FieldPath.of("metadata", "labels")
        .map(node)
        .ifPresent(
            map -> map.entries().forEach(entry -> labels.put(entry.name(), text(entry.value()))));
    return labels;
  }

  public List<String> syncOptions() {
    return FieldPath.of("spec", "syncPolicy", "syncOptions").list(node).stream()
        .flatMap(list -> list.items().stream())
        .map(ArgoApplication::text)
        .toList();
  }

  public List<Node> ignoreDifferences() {
    return FieldPath.of("spec", "ignoreDifferences")
        .list(node)
        .map(ListNode::items)
        .orElse(List.of());
  }

  /** Several sources come before a single one, as in Argo CD. */
  public List<ApplicationSource> sources() {
    List<ApplicationSource> sources = new ArrayList<>();
    FieldPath.of("spec", "sources")
        .list(node)
        .ifPresent(list -> list.items().forEach(item -> add(item, sources)));
    if (sources.isEmpty()) {
      FieldPath.of("spec", "source").get(node).ifPresent(source -> add(source, sources));
    }
    return sources;
  }

  /** Whether it has {@code spec.sources}, be it with one entry; only then may refs be used. */
  public boolean hasSeveralSources() {
    return FieldPath.of("spec", "sources").list(node).filter(list -> list.size() > 0).isPresent();
  }

  private static void add(Node node, List<ApplicationSource> sources) {
    if (node instanceof MapNode map) {
      sources.add(new ApplicationSource(map));
    }
  }

  private String text(String... path) {
    return FieldPath.of(path).text(node).orElse("");
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
