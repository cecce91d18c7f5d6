package io.agentsrender.gitops.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.gitops.testing.FileCase;
import io.agentsrender.gitops.testing.Mutations;
import io.agentsrender.gitops.testing.SchemaCheck;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema and the reader accept and refuse the same components. */
class ComponentSchemaTest {
  /** What a schema cannot see: it gets values, not files. */
  private static final List<String> NOT_FOR_A_SCHEMA =
      List.of("two-documents.yaml", "duplicate-key.yaml", "phase-after-zero.yaml", "empty.yaml");

  private final SchemaCheck schema = new SchemaCheck(PublishedSchema.COMPONENT);

  @Test
  void agreesOnEveryCase() {
    for (FileCase each : ComponentReaderTest.cases()) {
      if (NOT_FOR_A_SCHEMA.contains(each.name())) {
        continue;
      }
      Node node = YamlReader.of(Dialect.HELM).first(each.content(), each.name());
      String faults = schema.faults(node);
      assertThat(faults.isEmpty()).as("%s: %s", each.name(), faults).isEqualTo(each.accepted());
    }
  }

  @Test
  void agreesOnEveryMutation() {
    int checked = 0;
    for (FileCase each : ComponentReaderTest.cases()) {
      if (each.accepted()) {
        checked += check(YamlReader.of(Dialect.HELM).first(each.content(), each.name()));
      }
    }
    assertThat(checked).isGreaterThan(1000);
  }

  private int check(Node accepted) {
    List<Node> mutants = Mutations.of(accepted);
    for (Node mutant : mutants) {
      String text = YamlWriter.goYamlV2().write(mutant);
      String faults = schema.faults(YamlReader.of(Dialect.HELM).first(text, "mutant.yaml"));
      String problems = "";
      try {
        ComponentReader.read(Content.ofText(text), "mutant.yaml", new ArrayList<>());
      } catch (RenderException e) {
        problems = e.problems().toString();
      }
      assertThat(problems.isEmpty())
          .as("the reader: %s%nthe schema: %s%n%s", problems, faults, text)
          .isEqualTo(faults.isEmpty());
    }
    return mutants.size();
  }
}
