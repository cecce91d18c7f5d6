package io.agentsrender.kustomize.kustomization.reader;

import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of YAML 1.1 as input. */
public final class YamlInput {
  private YamlInput() {}

  /** The first document of a file. */
  public static Input read(Content content, String file) {
    return of(NodeReader.yaml11(content, file));
  }

  /** As {@link #read}, but repeated keys are errors. */
  public static Input readStrict(Content content, String file) {
    return of(NodeReader.yaml11Strict(content, file));
  }

  private static Input of(Node node) {
    return switch (node) {
      case ScalarNode scalar -> new Input(scalar.value(), scalar.position());
      case ListNode list ->
          new Input(list.items().stream().map(YamlInput::of).toList(), list.position());
      case MapNode map -> {
        Map<String, Input> fields = LinkedHashMap.newLinkedHashMap(map.size());
        map.entries().forEach(entry -> fields.put(entry.name(), of(entry.value())));
        yield new Input(fields, map.position());
      }
    };
  }
}
