package io.agentsrender.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.helm.profile.SchemaLibrary;
import io.agentsrender.source.Content;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.json.JsonReader;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the real helm 3.15.4 and 3.19.4 say of schemas and values
 * (test-clusters/oracles/schema/record asked them): the same acceptance, the same words.
 */
class RecordedAnswersTest {
  private static final int CASES = 580;

  private record Case(
      String name,
      String schema,
      String values,
      @Nullable List<?> gojsonschema,
      @Nullable List<?> jsonschema) {

    @Nullable List<?> expected(SchemaLibrary library) {
      return library == SchemaLibrary.GOJSONSCHEMA ? gojsonschema : jsonschema;
    }
  }

  @Test
  void countsItsCases() {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> saysWhatHelmSays() {
    return cases().stream()
        .flatMap(each ->
            Stream.of(SchemaLibrary.values())
                .map(library ->
                    DynamicTest.dynamicTest(
                        library + " " + each.name(), () -> check(each, library))));
  }

  private static void check(Case each, SchemaLibrary library) {
    Node values =
        YamlReader.of(Dialect.HELM)
            .first(each.values().getBytes(StandardCharsets.UTF_8), "values.yaml");
    SchemaReport report =
        ValuesSchema.compile(Content.ofText(each.schema()), library, Budget.DEFAULT.meter())
            .check(values, Budget.DEFAULT.meter());
    List<?> expected = each.expected(library);
    assertThat(report.isValid()).as(report.text()).isEqualTo(expected == null);
    if (expected != null && !SortedLines.leadsOutOfTheChart(expected)) {
      assertThat(SortedLines.of(report.text())).isEqualTo(expected);
    }
  }

  private static List<Case> cases() {
    try (InputStream answers = RecordedAnswersTest.class.getResourceAsStream("answers.jsonl")) {
      assertThat(answers).isNotNull();
      return new String(answers.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> (Map<?, ?>) JsonReader.of("answers.jsonl").read(line))
          .map(each ->
              new Case(
                  String.valueOf(each.get("case")),
                  String.valueOf(each.get("schema")),
                  String.valueOf(each.get("values")),
                  (List<?>) each.get("gojsonschema"),
                  (List<?>) each.get("jsonschema")))
          .toList();
    } catch (IOException unreadable) {
      throw new AssertionError("reading answers.jsonl", unreadable);
    }
  }
}
