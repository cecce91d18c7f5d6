package io.agentsrender.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What helm lint says of the example's chart. */
class RecordedLintTest {
  private static final int CASES = 4;

  /** The command {@code lint} prints the same. */
  @TestFactory
  Stream<DynamicTest> lint() throws IOException {
    return tests((suite, recorded, version) -> {
      CommandRun run = CommandRun.in(suite.root(recorded), command(recorded, version));
      assertThat(run.out() + run.err()).isEqualTo(recorded.output(version).orElseThrow());
    });
  }

  /** The rule {@code helm-lint} has the same verdict, in the same words. */
  @TestFactory
  Stream<DynamicTest> check() throws IOException {
    return tests((suite, recorded, version) -> {
      List<String> arguments = new ArrayList<>(List.of(command(recorded, version)));
      arguments.set(0, "check");
      // To an application, value files with a leading slash are those of the repository.
      int values = arguments.indexOf("-f") + 1;
      if (values > 0) {
        arguments.set(values, "/" + arguments.get(values));
      }
      arguments.addAll(List.of("--root", ".", "--rule", "helm-lint"));
      CommandRun run = CommandRun.in(suite.root(recorded), arguments.toArray(String[]::new));
      String said = recorded.output(version).orElseThrow();
      assertThat(run.code() == 0).isEqualTo(!said.contains("Error: "));
      for (String line : said.split("\n")) {
        if (line.startsWith("[")) {
          assertThat(run.out()).contains(line.substring(line.indexOf("] ") + 2));
        }
      }
    });
  }

  private interface Body {
    void run(Suite suite, RecordedCase recorded, String version);
  }

  private static Stream<DynamicTest> tests(Body body) throws IOException {
    Suite suite = Suite.read("example");
    List<RecordedCase> cases =
        suite.cases().stream().filter(recorded -> recorded.verb().equals("lint")).toList();
    assertThat(cases).hasSize(CASES);
    return cases.stream()
        .flatMap(recorded ->
            recorded.versions().stream()
                .map(version ->
                    DynamicTest.dynamicTest(
                        recorded.name() + " as " + version,
                        () -> body.run(suite, recorded, version))));
  }

  private static String[] command(RecordedCase recorded, String version) {
    List<String> arguments = new ArrayList<>(recorded.arguments());
    arguments.add("--helm-version=" + version);
    return arguments.toArray(String[]::new);
  }
}
