package io.agentsrender.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.HelmResult.TextOptions;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.testing.JsonLines;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.helm.testing.TestResources;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String TEMPLATE = "templates/t.yaml";
  private static final Pattern OUT = Pattern.compile("^ {2}out: \"([^\"]*)\"$", Pattern.MULTILINE);

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
    Map<String, Content> chart = functionChart();
    return profiles()
        .flatMap(profile -> {
          Map<String, RecordedAnswer> different = differences(profile);
          return functions().stream()
              .map(function -> {
                String name = "function " + function.text("id");
                String expression = function.text("expression");
                return check(
                    profile.version() + " " + name + ": " + expression,
                    () -> value(chart, expression, profile),
                    different.getOrDefault(name, answer(function)));
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
                    () -> text(folder, profile),
                    different.getOrDefault(name, recorded(folder)));
              });
        });
  }

  private static DynamicTest check(String name, Supplier<String> render, RecordedAnswer expected) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(RecordedAnswer.of(render)).as(name).isEqualTo(expected));
  }

  private static Stream<HelmProfile> profiles() {
    return Arrays.stream(HelmProfile.values());
  }

  /** What an expression gives: the chart shows it in base64, so that any bytes can be compared. */
  private String value(Map<String, Content> chart, String expression, HelmProfile profile) {
    Map<String, Content> files = new TreeMap<>(chart);
    String template =
        Objects.requireNonNull(chart.get(TEMPLATE)).text().replace("@EXPRESSION@", expression);
    files.put(TEMPLATE, Content.ofText(template));
    ChartLocation location = new ChartLocation.Folder(SourceTree.of(files), "");
    Matcher out = OUT.matcher(render(location, "rel", "ns1", profile, List.of()));
    assertThat(out.find()).isTrue();
    return GoString.ofBytes(Base64.getDecoder().decode(out.group(1)));
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

  private static RecordedAnswer answer(Line line) {
    if (line.has("error")) {
      return RecordedAnswer.error(line.text("error"));
    }
    return RecordedAnswer.output(
        line.has("output_base64")
            ? GoString.ofBytes(Base64.getDecoder().decode(line.text("output_base64")))
            : GoString.encode(line.text("output")));
  }

  private static Map<String, RecordedAnswer> differences(HelmProfile profile) {
    Map<String, RecordedAnswer> answers = new HashMap<>();
    Stream.of(profile.version(), profile.goVersion())
        .map(version -> "/conformance/differences-" + version + ".jsonl")
        .filter(resource -> ConformanceTest.class.getResource(resource) != null)
        .flatMap(resource -> JsonLines.read(resource).stream())
        .forEach(line -> {
          String kind = line.has("function") ? "function" : "structure";
          @Nullable RecordedAnswer other = answers.put(kind + " " + line.text(kind), answer(line));
          assertThat(other).isNull();
        });
    return answers;
  }

  private static List<Line> functions() {
    return JsonLines.read("/conformance/functions/cases.jsonl");
  }

  private static Map<String, Content> functionChart() {
    Path folder = TestResources.folder("/conformance/functions/chart");
    try (Stream<Path> files = Files.walk(folder)) {
      Map<String, Content> chart = new TreeMap<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        chart.put(path, Content.ofOwned(Files.readAllBytes(file)));
      }
      return chart;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
