package io.agentsrender.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.testing.JsonLines;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.helm.testing.TestResources;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The functions and objects that Helm adds to a template, against what the real Helm answers
 * (test-clusters/oracles/helm/functions.py asked it).
 */
class HelmFunctionsTest {
  private static final int EXPRESSIONS = 617;
  private static final int NOT_SUPPORTED = 31;

  @Test
  void hasAllExpressions() {
    assertThat(answers()).hasSize(EXPRESSIONS);
    assertThat(notSupported()).hasSize(NOT_SUPPORTED);
  }

  @TestFactory
  Stream<DynamicTest> answersEqualThoseOfHelm() {
    ExpressionChart chart = ExpressionChart.read();
    Set<String> notSupported = notSupported();
    return Arrays.stream(HelmProfile.values())
        .flatMap(profile -> {
          Map<String, RecordedAnswer> different = differences(profile);
          return answers().stream()
              .map(line -> {
                String expression = line.text("expression");
                RecordedAnswer expected =
                    different.getOrDefault(expression, ExpressionChart.recorded(line));
                String name = profile.version() + " " + expression;
                return DynamicTest.dynamicTest(
                    name,
                    () -> {
                      RecordedAnswer answer = chart.answer(expression, profile);
                      if (!notSupported.contains(expression) || !isRefusal(answer)) {
                        assertThat(answer).as(name).isEqualTo(expected);
                      }
                    });
              });
        });
  }

  private static boolean isRefusal(RecordedAnswer answer) {
    return answer.failed() && answer.text().contains(": not supported: ");
  }

  private static Set<String> notSupported() {
    return TestResources.lines("/functions/not-supported.txt");
  }

  private static List<Line> answers() {
    return JsonLines.read("/functions/answers.jsonl");
  }

  private static Map<String, RecordedAnswer> differences(HelmProfile profile) {
    Map<String, RecordedAnswer> answers = new HashMap<>();
    if (profile != HelmProfile.HELM_3_19) {
      JsonLines.read("/functions/differences-" + profile.version() + ".jsonl")
          .forEach(line -> answers.put(line.text("expression"), ExpressionChart.recorded(line)));
    }
    return answers;
  }
}
