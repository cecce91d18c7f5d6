package io.agentsrender.gitops.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** Holds a published schema against the reader of its file. */
public final class SchemaAgreement {
  private final SchemaCheck schema;
  private final FileCase.Reader reader;

  public SchemaAgreement(PublishedSchema schema, FileCase.Reader reader) {
    this.schema = new SchemaCheck(schema);
    this.reader = reader;
  }

  /** The schema's verdict is that of the case. */
  public void checkCases(List<FileCase> cases) {
    for (FileCase each : cases) {
      Node node = YamlReader.of(Dialect.HELM).first(each.content(), each.name());
      String faults = schema.faults(node);
      assertThat(faults.isEmpty()).as("%s: %s", each.name(), faults).isEqualTo(each.accepted());
    }
  }

  /**
   * Schema and reader agree on every way to spoil the accepted cases.
   *
   * @return how many there were
   */
  public int checkMutations(List<FileCase> cases) {
    int checked = 0;
    for (FileCase each : cases) {
      if (each.accepted()) {
        List<Node> mutants =
            Mutations.of(YamlReader.of(Dialect.HELM).first(each.content(), each.name()));
        mutants.forEach(this::checkMutant);
        checked += mutants.size();
      }
    }
    return checked;
  }

  private void checkMutant(Node mutant) {
    String text = YamlWriter.goYamlV2().write(mutant);
    String faults = schema.faults(YamlReader.of(Dialect.HELM).first(text, "mutant.yaml"));
    String problems = "";
    try {
      reader.read(Content.ofText(text), "mutant.yaml", new ArrayList<>());
    } catch (RenderException e) {
      problems = e.problems().toString();
    }
    assertThat(problems.isEmpty())
        .as("the reader: %s%nthe schema: %s%n%s", problems, faults, text)
        .isEqualTo(faults.isEmpty());
  }
}
