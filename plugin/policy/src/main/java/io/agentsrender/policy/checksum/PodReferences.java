package io.agentsrender.policy.checksum;

import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Secrets and ConfigMaps that pods use: env, envFrom, volumes, projected volumes. */
public final class PodReferences {
  private final String namespace;
  private final List<ConfigUse> uses = new ArrayList<>();

  private PodReferences(String namespace) {
    this.namespace = namespace;
  }

  /** Every place that names one, in the order in which the pod has them. */
  public static List<ConfigUse> uses(PodTemplate template, String namespace) {
    PodReferences found = new PodReferences(namespace);
    template.containers().forEach(found::addContainer);
    Nodes.maps(template.spec().get("volumes")).forEach(found::addVolume);
    return List.copyOf(found.uses);
  }

  /** What they name, each once, in the order in which the pod names them. */
  static Set<ConfigReference> of(PodTemplate template, String namespace) {
    Set<ConfigReference> references = new LinkedHashSet<>();
    uses(template, namespace).forEach(use -> references.add(use.reference()));
    return references;
  }

  private void addContainer(MapNode container) {
    Nodes.maps(container.get("envFrom"))
        .forEach(source -> {
          add(ConfigKind.SECRET, source.get("secretRef"), "name");
          add(ConfigKind.CONFIG_MAP, source.get("configMapRef"), "name");
        });
    Nodes.maps(container.get("env"))
        .forEach(variable -> {
          if (variable.get("valueFrom") instanceof MapNode from) {
            add(ConfigKind.SECRET, from.get("secretKeyRef"), "name");
            add(ConfigKind.CONFIG_MAP, from.get("configMapKeyRef"), "name");
          }
        });
  }

  private void addVolume(MapNode volume) {
    add(ConfigKind.SECRET, volume.get("secret"), "secretName");
    add(ConfigKind.CONFIG_MAP, volume.get("configMap"), "name");
    if (volume.get("projected") instanceof MapNode projected) {
      Nodes.maps(projected.get("sources"))
          .forEach(source -> {
            add(ConfigKind.SECRET, source.get("secret"), "name");
            add(ConfigKind.CONFIG_MAP, source.get("configMap"), "name");
          });
    }
  }

  private void add(ConfigKind kind, @Nullable Node reference, String field) {
    if (!(reference instanceof MapNode map)) {
      return;
    }
    Node name = map.get(field);
    if (name != null) {
      Nodes.text(name)
          .ifPresent(text ->
              uses.add(
                  new ConfigUse(new ConfigReference(kind, namespace, text), name, optional(map))));
    }
  }

  private static boolean optional(MapNode reference) {
    return reference.get("optional") instanceof ScalarNode scalar
        && Boolean.TRUE.equals(scalar.value());
  }
}
