package io.agentsrender.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agentsrender.kustomize.load.LoadRestriction;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The cases of kustomize's own tests, kept outside the project: {@code CONFORMANCE_DIR} says where.
 */
@EnabledIfEnvironmentVariable(
    named = "CONFORMANCE_DIR",
    matches = ".+",
    disabledReason = "CONFORMANCE_DIR does not say where the conformance cases are")
class ConformanceTest {
  private static final int CASES = 268;
  private static final Set<String> KNOWN_FILES =
      Set.of("case.json", "expected.yaml", "expected_error.txt", "input", "target");

  private static List<Path> cases() throws IOException {
    String folder = System.getenv("CONFORMANCE_DIR");
    assumeTrue(folder != null);
    try (Stream<Path> folders = Files.list(Path.of(String.valueOf(folder), "kustomize"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void hasAllCases() throws IOException {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> builds() throws IOException {
    return cases().stream()
        .map(folder ->
            DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
  }

  private static void check(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()))).isSubsetOf(KNOWN_FILES);
    }
    String target = Files.readString(folder.resolve("target")).strip();
    KustomizeResult result =
        KustomizeBuilder.build(
            SourceTree.ofFolder(folder.resolve("input")),
            target.equals(".") ? "" : target,
            options(folder));
    Path error = folder.resolve("expected_error.txt");
    if (Files.exists(error)) {
      assertThat(result.isBuilt()).as("it is built, and should not").isFalse();
      checkError(Files.readString(error), result.error().orElseThrow());
      return;
    }
    assertThat(result.error()).isEmpty();
    String expected = Files.readString(folder.resolve("expected.yaml"));
    assertThat(result.yaml()).isEqualTo(expected.replace("kustomize-(test)", "kustomize-v5.8.1"));
  }

  private static KustomizeOptions options(Path folder) throws IOException {
    Object json = JsonReader.of("case.json").read(Files.readAllBytes(folder.resolve("case.json")));
    Map<?, ?> options = (Map<?, ?>) ((Map<?, ?>) Objects.requireNonNull(json)).get("options");
    KustomizeOptions.Builder result = KustomizeOptions.builder();
    if (options != null) {
      if ("none".equals(options.get("reorder"))) {
        result.reorder(KustomizeOptions.Reorder.NONE);
      }
      if ("none".equals(options.get("loadRestrictions"))) {
        result.restriction(LoadRestriction.NONE);
      }
      result.managedByLabel(Boolean.TRUE.equals(options.get("managedByLabel")));
    }
    return result.build();
  }

  private static void checkError(String matcher, Problem problem) {
    int tab = matcher.indexOf('\t');
    String kind = matcher.substring(0, tab);
    String text =
        String.valueOf(
            JsonReader.of("expected_error.txt").read(matcher.substring(tab + 1).strip()));
    String reason = problem.reason();
    switch (kind) {
      case "contains" -> assertThat(reason).contains(text);
      case "equals" -> assertThat(reason).isEqualTo(text);
      case "regexp" -> assertThat(Pattern.compile(text).matcher(reason).find()).as(reason).isTrue();
      case "malformed-yaml" -> assertThat(reason).contains("MalformedYAMLError");
      case "any" -> assertThat(reason).isNotEmpty();
      default -> throw new IllegalArgumentException("unknown matcher " + kind);
    }
  }

  /** Every error of a case must say where its cause is. */
  @Test
  void placesEveryError() throws IOException {
    List<String> withoutPlace = new ArrayList<>();
    for (Path folder : cases()) {
      if (Files.exists(folder.resolve("expected_error.txt"))) {
        String target = Files.readString(folder.resolve("target")).strip();
        KustomizeResult result =
            KustomizeBuilder.build(
                SourceTree.ofFolder(folder.resolve("input")),
                target.equals(".") ? "" : target,
                options(folder));
        if (result.error().flatMap(Problem::place).isEmpty()) {
          withoutPlace.add(folder.getFileName() + ": " + result.error().orElseThrow().reason());
        }
      }
    }
    assertThat(withoutPlace).isEmpty();
  }
}
