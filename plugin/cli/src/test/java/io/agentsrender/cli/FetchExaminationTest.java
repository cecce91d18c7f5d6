package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.command.FetchExamination;
import io.agentsrender.server.doctor.Diagnosis;
import io.agentsrender.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} says of fetching. */
class FetchExaminationTest {
  @TempDir private Path folder;

  private Diagnosis examine(Map<String, String> environment) {
    return FetchExamination.of(environment, folder);
  }

  @Test
  void isContentWhereNothingIsFetched() {
    Diagnosis diagnosis = examine(Map.of());
    assertThat(diagnosis.facts()).containsExactly(new Diagnosis.Fact("fetches from", "nowhere"));
    assertThat(diagnosis.problems()).isEmpty();
  }

  @Test
  void isContentWhereEverythingIsThere() throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Path rules = Files.writeString(folder.resolve("rules.yaml"), "credentials: []\n");
    Diagnosis diagnosis =
        examine(
            Map.of(
                "AGENTS_RENDER_ALLOW_HOSTS", "git.example.com,*.charts.example",
                "AGENTS_RENDER_REPOSITORIES", secrets.toString(),
                "AGENTS_RENDER_CREDENTIALS", rules.toString(),
                "AGENTS_RENDER_CACHE", folder.resolve("cache/new").toString()));
    assertThat(diagnosis.problems()).isEmpty();
    assertThat(diagnosis.facts())
        .contains(new Diagnosis.Fact("fetches from", "git.example.com, *.charts.example"));
    assertThat(folder.resolve("cache")).as("it changes nothing").doesNotExist();
  }

  @Test
  void saysThatApplicationsCannotBeReadOutsideOfACluster() {
    assertThat(examine(Map.of("AGENTS_RENDER_READ_APPLICATIONS", "true")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("this is no pod of a cluster"));
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(
            examine(
                    Map.of(
                        "AGENTS_RENDER_REPOSITORIES", folder.resolve("secrets").toString(),
                        "AGENTS_RENDER_CA_FILE", folder.resolve("ca.pem").toString(),
                        "AGENTS_RENDER_SSH_KNOWN_HOSTS", folder.resolve("hosts").toString(),
                        "AGENTS_RENDER_CREDENTIALS", folder.resolve("rules.yaml").toString(),
                        "AGENTS_RENDER_CACHE", file.resolve("cache").toString()))
                .problems())
        .hasSize(5)
        .allMatch(problem -> problem.isError() && problem.advice().isPresent())
        .extracting(Problem::reason)
        .contains(
            "AGENTS_RENDER_CA_FILE names what is not there, or may not be read",
            "AGENTS_RENDER_CACHE names a folder that cannot be written to",
            "there is no such file");
  }

  @Test
  void namesSettingsThatAreNone() {
    assertThat(examine(Map.of("AGENTS_RENDER_FETCH_SECONDS", "soon")).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("soon"));
  }
}
