package io.agentsrender.kustomize.accumulate;

import io.agentsrender.kustomize.node.conversion.NodeReader;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import java.util.Optional;

/** Origin annotations read back. */
final class OriginText {
  private OriginText() {}

  static Origin parse(String text) {
    return NodeReader.yaml11(Content.ofText(text), "") instanceof MapNode map
        ? new Origin(
            field(map, "path"),
            field(map, "repo"),
            field(map, "ref"),
            field(map, "configuredIn"),
            Optional.empty())
        : Origin.ROOT;
  }

  private static String field(MapNode map, String name) {
    return map.get(name) instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
