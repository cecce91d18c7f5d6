package io.agentsrender.server.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.TreeGlob;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Patterns against what Go and the zglob library found (test-clusters/oracles/discovery). */
class PatternsTest {
  private static final List<String> FILES =
      List.of(
          "Chart.yaml",
          "values.yaml",
          "values-prod.yaml",
          ".hidden",
          "a?b",
          "a-b",
          "x]y",
          "back\\slash",
          "sp ace",
          "sub/Chart.yaml",
          "sub/deep/deeper/kustomization.yaml",
          "sub/deep/notes.txt",
          "üb/ör.yaml");

  private final SourceTree tree = tree();
  private final List<JsonNode> answers = answers();

  private static SourceTree tree() {
    SourceTree.Builder tree = SourceTree.builder();
    FILES.forEach(file -> tree.file("team/app/" + file, Content.ofText("")));
    return tree.build();
  }

  private static List<JsonNode> answers() {
    try (InputStream lines = PatternsTest.class.getResourceAsStream("patterns.jsonl")) {
      ObjectMapper json = new ObjectMapper();
      return new String(requireNonNull(lines).readAllBytes(), UTF_8)
          .lines()
          .map(line -> json.convertValue(parse(json, line), JsonNode.class))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void allAnswersAreThere() {
    assertThat(answers).hasSize(73);
  }

  @TestFactory
  List<DynamicTest> fileName() {
    return answers.stream()
        .map(answer -> {
          String pattern = answer.path("pattern").asText();
          return DynamicTest.dynamicTest(
              pattern,
              () ->
                  assertThat(said(() -> fileName(pattern)))
                      .isEqualTo(answer.path("fileName").asText()));
        })
        .toList();
  }

  private boolean fileName(String pattern) {
    try {
      return new Discovery.FileName(TreeGlob.of(pattern)).matches(tree, "team/app");
    } catch (MalformedPatternException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A plain name that is missing is an error of zglob's, and no match of ours. */
  @TestFactory
  List<DynamicTest> findGlob() {
    return answers.stream()
        .map(answer -> {
          String pattern = answer.path("pattern").asText();
          String theirs = answer.path("findGlob").asText().replace("file does not exist", "false");
          return DynamicTest.dynamicTest(
              pattern,
              () ->
                  assertThat(said(() -> DeepGlob.parse(pattern).matchesBelow(tree, "team/app")))
                      .isEqualTo(theirs));
        })
        .toList();
  }

  private static String said(BooleanSupplier match) {
    try {
      return String.valueOf(match.getAsBoolean());
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage()).replaceFirst(" \".*", "");
    }
  }

  @Test
  void aMissingFolderMatchesNothing() throws MalformedPatternException {
    assertThat(TreeGlob.of("*").matches(tree, "team/none")).isEmpty();
    assertThat(DeepGlob.parse("**/*").matchesBelow(tree, "team/none")).isFalse();
  }

  @Test
  void linksAreNotGoneInto() {
    SourceTree linked =
        SourceTree.builder()
            .file("app/real/Chart.yaml", Content.ofText(""))
            .link("app/real/loop", "..")
            .link("other/app", "../app")
            .build();
    assertThat(DeepGlob.parse("**/missing.yaml").matchesBelow(linked, "app")).isFalse();
    assertThat(DeepGlob.parse("**/Chart.yaml").matchesBelow(linked, "other/app")).isTrue();
  }
}
