package io.agentsrender.helm.lint.name;

import io.agentsrender.gotemplate.fmt.Quotes;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;

/** How Go writes values in messages. */
public final class GoText {
  private GoText() {}

  /** {@code %q}. */
  public static String quote(String text) {
    return GoString.decode(Quotes.quote(GoString.encode(text)));
  }

  /** {@code %T} of what sigs.k8s.io/yaml reads into an {@code interface {}}. */
  public static String typeOf(Node node) {
    return switch (node) {
      case MapNode _ -> "map[string]interface {}";
      case ListNode _ -> "[]interface {}";
      case ScalarNode scalar ->
          switch (scalar.value()) {
            case null -> "<nil>";
            case Boolean _ -> "bool";
            case Number _ -> "float64";
            default -> "string";
          };
    };
  }
}
