package io.agentsrender.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.check.RuleTable;
import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckGoldensTest {
  private static final int CASES = 116;

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    List<CheckCase> cases = CheckCase.all();
    assertThat(cases).hasSize(CASES);
    return cases.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it)));
  }

  @Test
  void everyRuleHasABadAndAGoodExample() throws IOException {
    Set<String> names = CheckCase.all().stream().map(CheckCase::name).collect(Collectors.toSet());
    assertThat(names)
        .containsAll(
            RuleTable.names().stream()
                .flatMap(rule -> Stream.of(rule + "/bad", rule + "/good"))
                .toList());
  }

  /** What the real program refuses is found, and what it takes is not. */
  @TestFactory
  Stream<DynamicTest> verdicts() throws IOException {
    return CheckCase.all().stream()
        .filter(example -> example.verdict().isPresent())
        .map(example ->
            DynamicTest.dynamicTest(
                example.name(),
                () ->
                    assertThat(example.verdict().orElseThrow().isEmpty())
                        .isEqualTo(!example.isBad())));
  }

  private static void check(CheckCase example) {
    CommandRun run = example.run("--output", "json");
    assertThat(run.err()).isEmpty();
    List<Map<?, ?>> found = findings(run.out(), "findings");
    assertThat(found.stream().map(CheckGoldensTest::line))
        .containsExactlyElementsOf(example.findings());
    assertThat(
            findings(run.out(), "suppressed").stream()
                .map(
                    it -> line(it) + ": " + it.get("reason") + " (" + it.get("suppressedBy") + ")"))
        .containsExactlyElementsOf(example.suppressed());
    assertThat(found.stream().anyMatch(finding -> example.rule().equals(finding.get("rule"))))
        .isEqualTo(example.isBad());
    boolean failed = example.findings().stream().anyMatch(line -> line.startsWith("error "));
    assertThat(run.code()).isEqualTo(failed ? 1 : 0);
    assertThat(run.out()).doesNotContain("hunter2");
  }

  private static String line(Map<?, ?> finding) {
    String place = String.valueOf(finding.get("file"));
    for (String part : List.of("line", "column")) {
      place += finding.get(part) instanceof Number number ? ":" + number.intValue() : "";
    }
    String object = finding.get("object") == null ? "" : " " + finding.get("object");
    return finding.get("severity") + " " + finding.get("rule") + " " + place + object;
  }

  private static List<Map<?, ?>> findings(String json, String key) {
    Map<?, ?> report =
        (Map<?, ?>) Objects.requireNonNull(JsonReader.of("report").read(json.getBytes(UTF_8)));
    return ((List<?>) Objects.requireNonNull(report.get(key)))
        .stream().<Map<?, ?>>map(finding -> (Map<?, ?>) Objects.requireNonNull(finding)).toList();
  }
}
