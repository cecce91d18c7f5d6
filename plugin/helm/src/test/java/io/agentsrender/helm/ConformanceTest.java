package io.agentsrender.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.testing.JsonLines;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.helm.testing.TestResources;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Helm 3.21.0 answers to 504 template expressions and 61 charts, and every other version where
 * it answers differently (test-clusters/oracles/helm/conformance.py asked them). The binaries asked
 * were built with one Go; what changes with the Go that a release is built with, Go itself was
 * asked (test-clusters/oracles/goversions).
 */
class ConformanceTest {
  private static final int FUNCTIONS = 504;
  private static final int STRUCTURES = 61;
  private static final Map<HelmProfile, Integer> DIFFERENCES =
      Map.of(
          HelmProfile.HELM_3_15,
          21 + 5,
          HelmProfile.HELM_3_19,
          2 + 2,
          HelmProfile.HELM_3_21,
          1,
          HelmProfile.HELM_4_2,
          54);

  private static final Set<String> STRUCTURE_FILES =
      Set.of("case.json", "chart", "values.yaml", "expected.yaml", "expected_error.txt");

  private final HelmTemplate helm = new HelmTemplate(ChartCache.none());

  @Test
  void hasAllCases() throws IOException {
    assertThat(functions()).hasSize(FUNCTIONS);
    assertThat(structures()).hasSize(STRUCTURES);
    DIFFERENCES.forEach((profile, count) -> {
      Set<String> known = differences(profile).keySet();
      assertThat(known).as(profile.version()).hasSize(count);
    });
  }

  /** A difference that names no case would never be looked at. */
  @Test
  void everyDifferenceBelongsToACase() throws IOException {
    List<String> names = new ArrayList<>();
    functions().forEach(function -> names.add("function " + function.text("id")));
    structures().forEach(folder -> names.add("structure " + folder.getFileName()));
    for (HelmProfile profile : HelmProfile.values()) {
      assertThat(names).containsAll(differences(profile).keySet());
    }
  }

  @TestFactory
  Stream<DynamicTest> functionsAnswerAsHelm() {
    ExpressionChart chart = ExpressionChart.read();
    return profiles()
        .flatMap(profile -> {
          Map<String, RecordedAnswer> different = differences(profile);
          return functions().stream()
              .map(function -> {
                String name = "function " + function.text("id");
                String expression = function.text("expression");
                return check(
                    profile.version() + " " + name + ": " + expression,
                    () -> chart.answer(expression, profile),
                    different.getOrDefault(name, ExpressionChart.recorded(function)));
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> chartsRenderAsHelmRendersThem() {
    return profiles()
        .flatMap(profile -> {
          Map<String, RecordedAnswer> different = differences(profile);
          return structures().stream()
              .map(folder -> {
                String name = "structure " + folder.getFileName();
                return check(
                    profile.version() + " " + name,
                    () -> RecordedAnswer.of(() -> text(folder, profile)),
                    different.getOrDefault(name, recorded(folder)));
              });
        });
  }

  private static DynamicTest check(
      String name, Supplier<RecordedAnswer> answer, RecordedAnswer expected) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(answer.get()).as(name).isEqualTo(expected));
  }

  private static Stream<HelmProfile> profiles() {
    return Arrays.stream(HelmProfile.values());
  }

  private String text(Path folder, HelmProfile profile) {
    SourceTree tree = SourceTree.ofFolder(folder);
    Line about = JsonLines.parse("case.json", text(tree, "case.json"));
    List<ValuesSource> values =
        tree.file("values.yaml").map(file -> new ValuesSource("values.yaml", file)).stream()
            .toList();
    ChartLocation chart = new ChartLocation.Folder(tree, "chart");
    return render(chart, about.text("release"), about.text("namespace"), profile, values);
  }

  private String render(
      ChartLocation chart,
      String release,
      String namespace,
      HelmProfile profile,
      List<ValuesSource> values) {
    TemplateRequest request =
        TemplateRequest.of(chart, release, Host.pinned(Instant.EPOCH, 1))
            .withNamespace(namespace)
            .withProfile(profile)
            .withKubeVersion(Optional.of("1.34.0"))
            .withValues(values);
    return helm.render(request).text(new TextOptions(false, false, true, List.of()));
  }

  private static RecordedAnswer recorded(Path folder) {
    SourceTree tree = SourceTree.ofFolder(folder);
    assertThat(STRUCTURE_FILES).containsAll(tree.list(""));
    return tree.file("expected.yaml")
        .map(file -> RecordedAnswer.output(file.byteString()))
        .orElseGet(() -> RecordedAnswer.error(text(tree, "expected_error.txt")));
  }

  private static Map<String, RecordedAnswer> differences(HelmProfile profile) {
    Map<String, RecordedAnswer> answers = new HashMap<>();
    Stream.of(profile.version(), profile.goVersion())
        .map(version -> "/conformance/differences-" + version + ".jsonl")
        .filter(resource -> ConformanceTest.class.getResource(resource) != null)
        .flatMap(resource -> JsonLines.read(resource).stream())
        .forEach(line -> {
          String kind = line.has("function") ? "function" : "structure";
          @Nullable RecordedAnswer other =
              answers.put(kind + " " + line.text(kind), ExpressionChart.recorded(line));
          assertThat(other).isNull();
        });
    return answers;
  }

  private static List<Line> functions() {
    return JsonLines.read("/conformance/functions/cases.jsonl");
  }

  private static List<Path> structures() {
    try (Stream<Path> folders = Files.list(TestResources.folder("/conformance/structures"))) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(SourceTree tree, String file) {
    return new String(tree.file(file).orElseThrow().toByteArray(), UTF_8);
  }
}
