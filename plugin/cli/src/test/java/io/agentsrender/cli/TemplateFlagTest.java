package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every flag of {@code helm template} has helm's meaning, or is refused as not supported. */
class TemplateFlagTest {
  private static final int FLAGS = 75;
  private static final List<String> HELMS = List.of("3.15", "3.19", "3.21", "4.2");

  @TempDir private Path folder;

  @BeforeEach
  void chart() throws IOException {
    Path chart = folder.resolve("chart");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("templates/a.yaml"), "kind: A\nname: {{ .Release.Name }}\n");
  }

  /** Recorded by {@code test-clusters/oracles/helm/flags.sh}, each flag with the value "bogus". */
  @Test
  void knowsEveryFlagThatHelmKnows() throws IOException {
    List<String> lines = recorded();
    assertThat(lines).hasSize(FLAGS);
    for (String line : lines) {
      String[] cells = line.split("\t");
      for (int i = 0; i < HELMS.size(); i++) {
        CommandRun run =
            template("release", "chart", cells[0] + "=bogus", "--helm-version=" + HELMS.get(i));
        boolean unknown = run.err().contains("nknown flag") || run.err().contains("nknown option");
        String said = cells[0] + " as " + HELMS.get(i) + ":\n" + run.err();
        switch (cells[i + 1]) {
          case "unknown" -> assertThat(run.code()).as(said).isEqualTo(ExitCode.USAGE);
          case "refused" -> {
            assertThat(unknown).as(said).isFalse();
            assertThat(run.code()).as(said).isNotZero();
          }
          default -> assertThat(unknown).as(said).isFalse();
        }
      }
    }
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in = TemplateFlagTest.class.getResourceAsStream("helm-flags.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dry-run=server",
        "--enable-dns",
        "--output-dir=out",
        "--post-renderer=cat",
        "--repo=https://charts.example.com",
        "--validate",
        "--verify"
      })
  void refusesWhatIsNotDoneHere(String flag) {
    CommandRun run = template("release", "chart", flag);

    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(flag.split("=", 2)[0] + " is not supported: ");
  }

  /** The values are those that helm 3.19.4 takes or refuses. */
  @ParameterizedTest
  @CsvSource({
    "--dry-run, 0",
    "--dry-run=client, 0",
    "--dry-run=unset, 2",
    "--validate=false, 0",
    "--wait, 0",
    "--wait=watcher, 2",
    "--timeout=1h2m3.5s, 0",
    "--timeout=5, 2",
    "--labels=a=b, 0",
    "--labels=a, 2",
    "--skip-tests=T, 0",
    "--include-crds=foo, 2",
    "--qps=1.5, 0",
    "--version=9.9.9, 0",
    "--color=auto, 2",
  })
  void takesWhatHelmTakes(String flag, int code) {
    assertThat(template("release", "chart", flag).code()).isEqualTo(code);
  }

  @Test
  void theLastOfAFlagWinsAndTakesNoOtherWord() {
    CommandRun run = template("--wait", "one", "--dry-run", "chart", "-n", "a", "-n", "b");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("name: one");
  }

  /** As {@code helm template --generate-name chart} prints it, whatever the clock says. */
  @Test
  void aGeneratedNameIsReleaseName() {
    assertThat(template("--generate-name", "chart").out()).contains("name: release-name");
  }

  @Test
  void dependenciesAreNotUpdated() throws IOException {
    Files.writeString(
        folder.resolve("chart/Chart.yaml"),
        """
        apiVersion: v2
        name: chart
        version: 1.0.0
        dependencies: [{name: s, version: 1.0.0, repository: 'https://example.com'}]
        """);

    assertThat(template("release", "chart").code()).isEqualTo(ExitCode.FAILED);
    CommandRun run = template("release", "chart", "--dependency-update");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("found in Chart.yaml, but missing in charts/ directory: s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oci://registry.example.com/chart", "https://example.com/chart.tgz"})
  void nothingIsFetched(String address) {
    assertThat(template("release", address).code()).isEqualTo(ExitCode.REFUSED);
    assertThat(template("release", "chart", "-f", address).code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void anUnknownFlagNamesTheNearest() {
    CommandRun run = template("release", "chart", "--skip-test");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--skip-tests");
  }

  private CommandRun template(String... arguments) {
    List<String> all = new ArrayList<>(List.of("template"));
    all.addAll(List.of(arguments));
    return CommandRun.in(folder, all.toArray(String[]::new));
  }
}
