package io.agentsrender.helm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.helm.profile.SchemaLibrary;
import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.BudgetExceededException;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuesSchemaTest {
  private static final String IMAGE_TAG =
      """
      {"properties": {"image": {"properties": {"tag": {"type": "string"}}}}}
      """;

  @ParameterizedTest
  @EnumSource
  void tellsWhereTheValueWasSet(SchemaLibrary library) {
    SchemaReport report = check(library, IMAGE_TAG, "name: x\nimage:\n  tag: 19448656\n");

    assertThat(report.violations()).hasSize(1);
    Violation violation = report.violations().getFirst();
    assertThat(violation.path()).containsExactly("image", "tag");
    assertThat(violation.place()).contains(new Position("values.yaml", 3, 8));
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhereTheObjectIsThatLacksSomething(SchemaLibrary library) {
    SchemaReport report =
        check(
            library,
            "{\"properties\": {\"l\": {\"items\": {\"required\": [\"a\"]}}}}",
            "l:\n- a: 1\n- b: 2\n");

    Violation violation = report.violations().getFirst();
    assertThat(violation.path()).containsExactly("l", "1");
    assertThat(violation.place().map(Position::line)).contains(3);
  }

  @Test
  void keepsTheCausesOfAnAlternative() {
    SchemaReport report =
        check(
            SchemaLibrary.JSONSCHEMA,
            "{\"properties\": {\"v\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\":"
                + " \"null\"}]}}}",
            "v: 1\n");

    assertThat(report.violations().getFirst().causes())
        .extracting(Violation::reason)
        .containsExactly("got number, want string", "got number, want null");
  }

  @ParameterizedTest
  @EnumSource
  void fetchesNothing(SchemaLibrary library) {
    String remote = "{\"properties\": {\"a\": {\"$ref\": \"https://example.com/schema.json\"}}}";

    SchemaReport report = check(library, remote, "a: 1\n");

    assertThat(report.isValid()).isFalse();
    assertThat(report.text())
        .contains("https://example.com/schema.json")
        .contains("schemas are not fetched over the network");
  }

  @ParameterizedTest
  @EnumSource
  void readsNoFiles(SchemaLibrary library) {
    String file = "{\"properties\": {\"a\": {\"$ref\": \"file:///etc/passwd\"}}}";

    SchemaReport report = check(library, file, "a: 1\n");

    assertThat(report.isValid()).isFalse();
    assertThat(report.text()).contains("files beside values.schema.json are not read");
  }

  @ParameterizedTest
  @EnumSource
  void stopsAtReferencesThatNeverEnd(SchemaLibrary library) {
    String endless =
        "{\"$defs\": {\"a\": {\"allOf\": [{\"$ref\": \"#/$defs/a\"}]}}, \"$ref\": \"#/$defs/a\"}";

    assertThat(check(library, endless, "a: 1\n").isValid()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void countsItsSteps(SchemaLibrary library) {
    // Each schema asks the next one twice: 2 to the power of 40 questions.
    String doubling =
        IntStream.range(0, 40)
            .mapToObj(i ->
                "\"a%d\": {\"allOf\": [{\"$ref\": \"#/definitions/a%d\"}, {\"$ref\": \"#/definitions/a%d\"}]}"
                    .formatted(i, i + 1, i + 1))
            .collect(
                Collectors.joining(
                    ",", "{\"definitions\": {", ", \"a40\": {}}, \"$ref\": \"#/definitions/a0\"}"));
    ValuesSchema schema =
        ValuesSchema.compile(Content.ofText(doubling), library, Budget.DEFAULT.meter());

    assertThatThrownBy(
            () -> schema.check(values("a: 1\n"), Budget.DEFAULT.withSteps(100_000).meter()))
        .isInstanceOf(BudgetExceededException.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusesValuesThatNestWithoutEnd(SchemaLibrary library) {
    String deep = "{\"properties\": {\"a\": {\"$ref\": \"#\"}}, \"additionalProperties\": false}";

    SchemaReport report = check(library, deep, "{a: ".repeat(600) + "1" + "}".repeat(600));

    assertThat(report.text()).contains("not supported").contains("500 levels");
  }

  @ParameterizedTest
  @EnumSource
  void takesNoValuesForEmptyOnes(SchemaLibrary library) {
    assertThat(check(library, "{\"type\": \"object\"}", "").isValid()).isTrue();
  }

  @Test
  void namesMembersInTheOrderOfTheValues() {
    SchemaReport report =
        check(SchemaLibrary.JSONSCHEMA, "{\"additionalProperties\": false}", "{zeta: 1, alpha: 2}");

    assertThat(report.text())
        .isEqualTo("- at '': additional properties 'zeta', 'alpha' not allowed\n");
    assertThat(report.violations()).extracting(Violation::path).containsExactly(List.of());
  }

  private static SchemaReport check(SchemaLibrary library, String schema, String values) {
    return ValuesSchema.compile(Content.ofText(schema), library, Budget.DEFAULT.meter())
        .check(values(values), Budget.DEFAULT.meter());
  }

  private static Node values(String text) {
    return YamlReader.of(Dialect.HELM).first(Content.ofText(text), "values.yaml");
  }
}
