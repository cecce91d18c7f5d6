package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code helm lint} repeats what a template renders; ours keeps a Secret's content to itself. */
class LintSecretsTest {
  @TempDir private Path chart;

  static Stream<Arguments> wrongSecrets() {
    return Stream.of(
        Arguments.of(
            "  stringData: {password: hunter2}\n", "document starts with an illegal indent: \"  "),
        Arguments.of("\tpassword: hunter2\n", "document starts with an illegal indent: "),
        Arguments.of("stringData:\n  password: *hunter2\n", "unable to parse YAML: "),
        Arguments.of("stringData:\n  password: \"hunter2\n", "unable to parse YAML: "),
        Arguments.of(
            "stringData: {password: hunter2, password: hunter2\n", "unable to parse YAML: "),
        Arguments.of("stringData: hunter2\nmetadata: hunter2\n", "unable to parse YAML: "));
  }

  @ParameterizedTest
  @MethodSource("wrongSecrets")
  void showNothing(String text, String said) throws IOException {
    write("apiVersion: v1\nkind: Secret\n", text);
    CommandRun plain = CommandRun.in(chart, "lint", ".");
    write(text, "apiVersion: v1\nkind: Secret\n");
    CommandRun first = CommandRun.in(chart, "lint", ".");

    assertThat(plain.out() + plain.err() + first.out() + first.err())
        .contains(said)
        .doesNotContain("hunter2");
  }

  @Test
  void aListShowsNothing() throws IOException {
    write("apiVersion: v1\nkind: List\nitems:\n- {kind: Secret, stringData: {a: *hunter2}}\n");
    CommandRun run = CommandRun.in(chart, "lint", ".");

    assertThat(run.out() + run.err()).contains("unable to parse YAML: ").doesNotContain("hunter2");
  }

  private void write(String... parts) throws IOException {
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("templates/a.yaml"), String.join("", parts));
  }
}
