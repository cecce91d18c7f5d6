package io.agentsrender.gitops.applicationset.template;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;

/**
 * Fills in every string of a document, keys included; what is no string stays. Everything keeps the
 * place at which its template stands.
 */
public final class NodeTemplates {
  private final TextTemplates texts;
  private final GoMap parameters;

  public NodeTemplates(TextTemplates texts, GoMap parameters) {
    this.texts = texts;
    this.parameters = parameters;
  }

  /**
   * The document filled in.
   *
   * @throws RenderException with the place of the text that does not parse or fails
   */
  public Node fill(Node node) {
    return switch (node) {
      case MapNode map -> fill(map);
      case ListNode list -> list.withItems(list.items().stream().map(this::fill).toList());
      case ScalarNode scalar -> scalar.isString() ? fill(scalar) : scalar;
    };
  }

  /** The same of a map. */
  public MapNode fill(MapNode map) {
    return map.withEntries(
        map.entries().stream()
            .map(entry -> new Entry(fill(entry.key()), fill(entry.value())))
            .toList());
  }

  private ScalarNode fill(ScalarNode scalar) {
    String text = scalar.text();
    if (!text.contains("{{")) {
      return scalar;
    }
    try {
      return ScalarNode.string(texts.fill(text, parameters), Dialect.HELM, scalar.position());
    } catch (RenderException e) {
      throw new RenderException(
          e.problems().stream()
              .map(problem -> problem.place().isPresent() ? problem : at(problem, scalar))
              .toList());
    }
  }

  private static Problem at(Problem problem, ScalarNode scalar) {
    return problem.withPlace(scalar.position());
  }
}
