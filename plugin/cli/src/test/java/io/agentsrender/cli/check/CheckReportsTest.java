package io.agentsrender.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.check.RuleTable;
import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The other formats say of every example what the JSON report says. */
class CheckReportsTest {
  private static final Pattern COMMAND =
      Pattern.compile("::(error|warning|notice) ((?:[a-z]+=[^:,]*,?)+)::(.*)");

  @TestFactory
  Stream<DynamicTest> github() throws IOException {
    return tests(example -> {
      List<String> commands =
          example
              .run("--output", "github")
              .out()
              .lines()
              .filter(it -> it.startsWith("::"))
              .toList();
      List<String> expected = new ArrayList<>();
      for (Map<?, ?> finding : list(json(example, "json"), "findings")) {
        String advice = finding.get("advice") == null ? "" : "\n" + finding.get("advice");
        expected.add(
            String.valueOf(finding.get("severity")).replace("note", "notice")
                + (finding.get("file") == null ? "" : " file=" + finding.get("file"))
                + number(finding, "line", " line=")
                + number(finding, "column", " col=")
                + " title="
                + finding.get("rule")
                + " "
                + finding.get("message")
                + advice);
      }
      assertThat(commands.stream().map(CheckReportsTest::read)).containsExactlyElementsOf(expected);
    });
  }

  /** What a property needs to say before a comma splits it, a message before a line ends it. */
  private static String read(String command) {
    Matcher parts = COMMAND.matcher(command);
    assertThat(parts.matches()).as(command).isTrue();
    return parts.group(1)
        + " "
        + plain(parts.group(2).replace(",", " ").replace("%3A", ":").replace("%2C", ","))
        + " "
        + plain(parts.group(3));
  }

  private static String plain(String escaped) {
    return escaped.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
  }

  /** SARIF 2.1.0, the properties that sections 3.13 to 3.52 demand of what is written. */
  @TestFactory
  Stream<DynamicTest> sarif() throws IOException {
    return tests(example -> {
      Map<?, ?> log = json(example, "sarif");
      assertThat(log.get("version")).isEqualTo("2.1.0");
      Map<?, ?> run = list(log, "runs").getFirst();
      Map<?, ?> driver = map(map(run, "tool"), "driver");
      assertThat(driver.get("name")).isEqualTo("agents-render");
      List<String> rules =
          list(driver, "rules").stream().map(rule -> String.valueOf(rule.get("id"))).toList();
      assertThat(RuleTable.names()).containsAll(rules);
      Map<?, ?> report = json(example, "json");
      List<Map<?, ?>> all = new ArrayList<>(list(report, "findings"));
      all.addAll(list(report, "suppressed"));
      List<Map<?, ?>> results = list(run, "results");
      assertThat(results).hasSameSizeAs(all);
      for (int i = 0; i < all.size(); i++) {
        check(results.get(i), all.get(i), rules);
      }
    });
  }

  private static void check(Map<?, ?> result, Map<?, ?> finding, List<String> rules) {
    assertThat(result.get("ruleId")).isEqualTo(finding.get("rule"));
    assertThat(rules.get(((Number) Objects.requireNonNull(result.get("ruleIndex"))).intValue()))
        .isEqualTo(finding.get("rule"));
    assertThat(result.get("level")).isEqualTo(finding.get("severity"));
    assertThat(String.valueOf(map(result, "message").get("text")))
        .startsWith(String.valueOf(finding.get("message")));
    Map<?, ?> place = map(list(result, "locations").getFirst(), "physicalLocation");
    assertThat(map(place, "artifactLocation").get("uri")).isEqualTo(finding.get("file"));
    if (finding.get("line") != null) {
      assertThat(map(place, "region").get("startLine")).isEqualTo(finding.get("line"));
      assertThat(map(place, "region").get("startColumn")).isEqualTo(finding.get("column"));
    }
    if (finding.get("reason") != null) {
      Map<?, ?> suppression = list(result, "suppressions").getFirst();
      assertThat(suppression.get("kind")).isIn("inSource", "external");
      assertThat(suppression.get("justification")).isEqualTo(finding.get("reason"));
    }
  }

  private static String number(Map<?, ?> finding, String key, String label) {
    return finding.get(key) instanceof Number number ? label + number.intValue() : "";
  }

  private interface Body {
    void run(CheckCase example);
  }

  private static Stream<DynamicTest> tests(Body body) throws IOException {
    return CheckCase.all().stream()
        .filter(example -> example.isBad() || !example.suppressed().isEmpty())
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> body.run(example)));
  }

  private static Map<?, ?> json(CheckCase example, String format) {
    CommandRun run = example.run("--output", format);
    return (Map<?, ?>)
        Objects.requireNonNull(JsonReader.of(format).read(run.out().getBytes(UTF_8)));
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) Objects.requireNonNull(parent.get(key), key);
  }

  private static List<Map<?, ?>> list(Map<?, ?> parent, String key) {
    return ((List<?>) Objects.requireNonNull(parent.get(key), key))
        .stream().<Map<?, ?>>map(it -> (Map<?, ?>) Objects.requireNonNull(it)).toList();
  }
}
