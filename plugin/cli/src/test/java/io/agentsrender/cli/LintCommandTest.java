package io.agentsrender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.yaml.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code lint} prints what each Helm prints of small charts that are wrong in one way; recorded by
 * {@code test-clusters/oracles/helm/lint/record}.
 */
class LintCommandTest {
  private static final int CHARTS = 369;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> sayWhatHelmSays() throws IOException {
    List<Map<?, ?>> charts = charts();
    assertThat(charts).hasSize(CHARTS);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      Map<?, ?> chart = charts.get(i);
      Path home = folder.resolve("chart-" + i);
      tests.add(
          DynamicTest.dynamicTest(String.valueOf(chart.get("name")), () -> check(chart, home)));
    }
    return tests.stream();
  }

  private static void check(Map<?, ?> chart, Path home) throws IOException {
    Map<?, ?> files = (Map<?, ?>) Objects.requireNonNull(chart.get("files"));
    for (Map.Entry<?, ?> file : files.entrySet()) {
      Path path = home.resolve(String.valueOf(file.getKey()));
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, String.valueOf(file.getValue()));
    }
    for (Object answer : (List<?>) Objects.requireNonNull(chart.get("answers"))) {
      Map<?, ?> said = (Map<?, ?>) answer;
      for (Object version : (List<?>) Objects.requireNonNull(said.get("helm"))) {
        List<String> arguments = new ArrayList<>(List.of("lint", home.toString()));
        ((List<?>) Objects.requireNonNull(chart.get("flags")))
            .forEach(flag -> arguments.add(String.valueOf(flag)));
        arguments.add("--helm-version=" + version);
        CommandRun run = CommandRun.in(home, arguments.toArray(String[]::new));
        String all = (run.out() + run.err().stripTrailing()).replace(home.toString(), "<chart>");
        String output = String.valueOf(said.get("output"));
        if (output.startsWith("Error: ")) {
          assertThat(all).as("Helm %s", version).contains(output.substring("Error: ".length()));
        } else {
          assertThat(all).as("Helm %s", version).isEqualTo(output);
        }
        assertThat((double) run.code()).isEqualTo(said.get("code"));
      }
    }
  }

  private static List<Map<?, ?>> charts() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LintCommandTest.class.getResourceAsStream("lint-answers.jsonl")),
                UTF_8))) {
      List<Map<?, ?>> charts = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        charts.add((Map<?, ?>) Objects.requireNonNull(JsonReader.of("answers").read(line)));
      }
      return charts;
    }
  }
}
