package io.agentsrender.check.subject;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pods that one object of the render makes.
 *
 * @param namespace in which they run
 * @param labels that they carry
 */
public record Pods(PodTemplate template, String namespace, Map<String, String> labels) {
  public Pods {
    labels = Map.copyOf(labels);
  }

  static Pods of(PodTemplate template, String namespace) {
    List<String> path = new ArrayList<>(template.at());
    path.addAll(List.of("metadata", "labels"));
    Map<String, String> labels = new HashMap<>();
    new FieldPath(path)
        .map(template.owner().node())
        .map(MapNode::entries)
        .orElse(List.of())
        .forEach(
            entry -> Nodes.text(entry.value()).ifPresent(value -> labels.put(entry.name(), value)));
    return new Pods(template, namespace, labels);
  }
}
