package io.agentsrender.policy.checksum;

import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.policy.workload.PodTemplate;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Secrets and ConfigMaps that pods use: env, envFrom, volumes, projected volumes. */
final class PodReferences {
  private final String namespace;
  private final Set<ConfigReference> references = new LinkedHashSet<>();

  private PodReferences(String namespace) {
    this.namespace = namespace;
  }

  /** In the order in which the pod names them. */
  static Set<ConfigReference> of(PodTemplate template, String namespace) {
    PodReferences found = new PodReferences(namespace);
    template.containers().forEach(found::addContainer);
    Nodes.maps(template.spec().get("volumes")).forEach(found::addVolume);
    return found.references;
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
    if (reference instanceof MapNode map) {
      Nodes.text(map.get(field))
          .ifPresent(name -> references.add(new ConfigReference(kind, namespace, name)));
    }
  }
}
