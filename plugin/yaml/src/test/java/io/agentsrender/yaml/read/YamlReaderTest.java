package io.agentsrender.yaml.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {
  private static final YamlReader HELM = YamlReader.of(Dialect.HELM);
  private static final YamlReader KUSTOMIZE = YamlReader.of(Dialect.KUSTOMIZE);

  private static Node at(Node node, Object... path) {
    Node found = node;
    for (Object step : path) {
      Node next =
          found instanceof MapNode map
              ? map.get((String) step)
              : ((ListNode) found).items().get((Integer) step);
      if (next == null) {
        throw new AssertionError("nothing at " + step + " in " + found);
      }
      found = next;
    }
    return found;
  }

  @Test
  void everyNodeKnowsItsPlace() {
    Node root = HELM.first("a: 1\nü: {b: [x, \"😀\", y]}\nc:\n- d\n-   !!str e\n", "values.yaml");
    assertThat(root.position()).isEqualTo(new Position("values.yaml", 1, 1));
    assertThat(at(root, "a").position()).isEqualTo(new Position("values.yaml", 1, 4));
    assertThat(at(root, "ü", "b").position()).isEqualTo(new Position("values.yaml", 2, 8));
    assertThat(at(root, "ü", "b", 2).position()).isEqualTo(new Position("values.yaml", 2, 17));
    assertThat(at(root, "c", 1).position()).isEqualTo(new Position("values.yaml", 5, 5));
  }

  @Test
  void aPieceOfAFileCountsItsLinesFromThere() {
    Node root = KUSTOMIZE.startingAtLine(7).first("a:\n  b: 1\n", "all.yaml");
    assertThat(at(root, "a", "b").line()).isEqualTo(8);
    assertThatThrownBy(() -> KUSTOMIZE.startingAtLine(7).first("a: 1\nb: c: d\n", "all.yaml"))
        .hasMessageContaining("mapping values are not allowed in this context")
        .hasMessageContaining("all.yaml:8:5");
  }

  @Test
  void theFirstDocumentIsReadWithoutLookingAtTheNext() {
    assertThat(HELM.first("a: 1\n---\n}{", "x")).hasToString("{a: 1}");
    assertThat(HELM.all("a: 1\n---\n---\nb\n...\n", "x")).hasToString("[{a: 1}, , b]");
  }
}
