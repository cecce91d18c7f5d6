package io.agentsrender.render.policy;

import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.Optional;

/** Settings of policies that are written as YAML in one text. */
public final class SettingsText {
  private SettingsText() {}

  /**
   * The settings; empty where the text says nothing.
   *
   * @param name of the text, for positions
   * @throws RenderException where it is no YAML, or no map
   */
  public static Optional<MapNode> read(String text, String name) {
    // What failed to parse may be another text than was meant, and a secret one.
    List<Node> documents =
        YamlReader.of(Dialect.HELM)
            .strict()
            .withoutExcerpts()
            .all(Content.ofText(text), name)
            .stream()
            .filter(node -> !(node instanceof ScalarNode scalar && scalar.isNull()))
            .toList();
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    if (documents.size() == 1 && documents.getFirst() instanceof MapNode map) {
      return Optional.of(map);
    }
    Node wrong = documents.getLast();
    throw new RenderException(
        Problem.error(
                "reading the settings of policies",
                documents.size() > 1
                    ? name + " has " + documents.size() + " documents"
                    : name + " is " + wrong.describe() + ", not a map")
            .withPlace(wrong.position())
            .withAdvice("Write one map, such as progressiveDelivery: {enabled: true}."));
  }
}
