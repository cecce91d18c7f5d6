package io.agentsrender.gitops.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.gitops.testing.FileCase;
import io.agentsrender.gitops.testing.SchemaAgreement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema and the reader accept and refuse the same components. */
class ComponentSchemaTest {
  /** What a schema cannot see: it gets values, not files. */
  private static final List<String> NOT_FOR_A_SCHEMA =
      List.of("two-documents.yaml", "duplicate-key.yaml", "phase-after-zero.yaml", "empty.yaml");

  private final SchemaAgreement agreement =
      new SchemaAgreement(PublishedSchema.COMPONENT, ComponentReader::read);

  private static List<FileCase> cases() {
    return ComponentReaderTest.cases().stream()
        .filter(each -> !NOT_FOR_A_SCHEMA.contains(each.name()))
        .toList();
  }

  @Test
  void agreesOnEveryCase() {
    agreement.checkCases(cases());
  }

  @Test
  void agreesOnEveryMutation() {
    assertThat(agreement.checkMutations(cases())).isGreaterThan(1000);
  }
}
