package io.agentsrender.policy.image;

import io.agentsrender.policy.settings.ImageComponent;
import io.agentsrender.policy.workload.ComponentTarget;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The image of one component in the values. Each field is looked up on its own: the component's if
 * it is not empty, else the root's. Absent, null, empty and blank text are all empty; a tag is the
 * text that was written, so {@code 19448656} stays itself.
 */
final class ImageValues {
  static final String ROOT = "image";

  private final MapNode values;
  private final String block;

  ImageValues(MapNode values, ImageComponent component) {
    this.values = values;
    this.block = component.values().text();
  }

  /**
   * What won.
   *
   * @param step the path in the values
   */
  record Choice(String text, String step, Position at) {}

  Optional<Choice> field(String field) {
    return own(field).or(() -> root(field));
  }

  Optional<Choice> own(String field) {
    return choice(block + "." + field);
  }

  Optional<Choice> root(String field) {
    return choice(ROOT + "." + field);
  }

  private Optional<Choice> choice(String path) {
    return ComponentTarget.at(values, path)
        .flatMap(node ->
            node instanceof ScalarNode
                ? Nodes.text(node)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(text -> new Choice(text, path, node.position()))
                : Optional.empty());
  }

  /** Fields of the component's own block that are of spaces only. */
  List<Choice> blank() {
    List<Choice> blank = new ArrayList<>();
    for (String field : List.of("repository", "tag", "digest")) {
      String path = block + "." + field;
      ComponentTarget.at(values, path)
          .flatMap(node -> Nodes.text(node).map(text -> new Choice(text, path, node.position())))
          .filter(choice -> !choice.text().isEmpty() && choice.text().isBlank())
          .ifPresent(blank::add);
    }
    return blank;
  }

  /** The list under imagePullSecrets: the component's if it has entries, else the root's. */
  Optional<ListNode> pullSecrets() {
    return Stream.of(block, ROOT)
        .flatMap(path -> ComponentTarget.at(values, path + ".pullSecrets").stream())
        .filter(node -> node instanceof ListNode list && list.size() > 0)
        .map(node -> references((ListNode) node))
        .findFirst();
  }

  private static ListNode references(ListNode list) {
    List<Node> references = new ArrayList<>();
    for (Node item : list.items()) {
      boolean name = item instanceof ScalarNode;
      Position at = item.position();
      references.add(name ? Nodes.map(at, "name", Nodes.text(item.toString(), at)) : item);
    }
    return list.withItems(references);
  }

  /** The digest is the root's, and the repository it names is another than the component's. */
  boolean inheritsDigest() {
    Optional<String> repository = own("repository").map(Choice::text);
    return own("digest").isEmpty()
        && root("digest").isPresent()
        && repository.isPresent()
        && !repository.equals(root("repository").map(Choice::text));
  }
}
