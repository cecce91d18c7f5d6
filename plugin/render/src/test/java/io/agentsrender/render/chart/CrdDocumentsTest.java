package io.agentsrender.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.source.Content;
import io.agentsrender.yaml.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrdDocumentsTest {
  private static final Content ONE = Content.ofText("a: 1\n---\nb: 2\n");
  private static final Content OTHER = Content.ofText("a: 3\n");

  @Test
  void whatWasReadOnceIsKept() {
    CrdDocuments crds = new CrdDocuments(1000);
    List<Node> documents = crds.of(ONE, "crds/a.yaml");
    assertThat(documents).hasSize(2);
    assertThat(crds.of(Content.ofText("a: 1\n---\nb: 2\n"), "crds/a.yaml")).isSameAs(documents);
    assertThat(crds.of(OTHER, "crds/a.yaml")).hasSize(1);
  }

  @Test
  void positionsAreThoseOfTheFileThatIsAskedFor() {
    CrdDocuments crds = new CrdDocuments(1000);
    crds.of(ONE, "one/a.yaml");
    assertThat(crds.of(ONE, "two/a.yaml").getFirst().file()).isEqualTo("two/a.yaml");
  }

  @Test
  void whatIsTooMuchGoes() {
    CrdDocuments crds = new CrdDocuments(ONE.size());
    List<Node> documents = crds.of(ONE, "a.yaml");
    crds.of(OTHER, "b.yaml");
    assertThat(crds.of(ONE, "a.yaml")).isNotSameAs(documents).hasSize(2);
    Content large = Content.ofText("c: " + "x".repeat(100));
    assertThat(crds.of(large, "c.yaml")).isNotSameAs(crds.of(large, "c.yaml"));
  }
}
