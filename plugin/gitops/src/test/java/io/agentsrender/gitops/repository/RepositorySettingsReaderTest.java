package io.agentsrender.gitops.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.repository.ValuesSettings.ComponentFiles;
import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.gitops.testing.FileCase;
import io.agentsrender.gitops.testing.SchemaAgreement;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RepositorySettingsReaderTest {
  private static final int CASES = 18;

  private static List<FileCase> cases() {
    return FileCase.in(RepositorySettingsReaderTest.class, "");
  }

  private static RepositorySettings read(String name) {
    FileCase found =
        cases().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    return RepositorySettingsReader.read(found.content(), name, new ArrayList<>());
  }

  @Test
  void knowsEveryCase() {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatTheFilesSay() {
    return cases().stream()
        .map(each ->
            DynamicTest.dynamicTest(each.name(), () -> each.check(RepositorySettingsReader::read)));
  }

  @Test
  void agreesWithThePublishedSchema() {
    SchemaAgreement agreement =
        new SchemaAgreement(PublishedSchema.REPOSITORY, RepositorySettingsReader::read);
    agreement.checkCases(cases());
    assertThat(agreement.checkMutations(cases())).isGreaterThan(200);
  }

  @Test
  void readsEveryField() {
    RepositorySettings settings = read("every-field.yaml");
    assertThat(settings.environments().keySet()).containsExactly("dev", "production", "local");
    assertThat(settings.environments().get("production"))
        .isEqualTo(
            new Environment(
                "production",
                java.util.Optional.of("ameide-prod"),
                java.util.Optional.empty(),
                java.util.Optional.of("azure"),
                java.util.Optional.of("large"),
                true));
    assertThat(settings.refs())
        .isEqualTo(
            Map.of(
                "values", RefTarget.Own.ROOT,
                "shared", new RefTarget.Own("sources/values/_shared"),
                "other", new RefTarget.Remote("https://git.example/other.git", "v1"),
                "ssh", new RefTarget.Remote("git@git.example:team/other.git", "release/1"),
                "newest", new RefTarget.Remote("https://git.example/other.git", "")));
    assertThat(settings.repository("https://github.com/ameideio/ameide-core"))
        .contains(RefTarget.Own.ROOT);
    assertThat(settings.allowedHosts()).contains(List.of("git.example"));
    assertThat(settings.values().componentFiles()).isEqualTo(ComponentFiles.APPEND);
    assertThat(settings.policies()).isPresent();
    assertThat(settings.suppressions()).hasSize(2);
  }

  @Test
  void aRepositoryWithoutTheFileHasTheDefaults() {
    assertThat(RepositorySettingsReader.of(SourceTree.of(Map.of()), new ArrayList<>()))
        .isEqualTo(RepositorySettings.DEFAULT);
    assertThat(read("empty.yaml")).isEqualTo(RepositorySettings.DEFAULT);
  }
}
