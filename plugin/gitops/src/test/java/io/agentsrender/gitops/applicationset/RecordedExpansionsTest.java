package io.agentsrender.gitops.applicationset;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.gitops.applicationset.generator.Cluster;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Argo CD's own applicationset packages make of ApplicationSets
 * (test-clusters/oracles/applicationset/record wrote the answers): the same Applications, and for
 * what it refuses its own words.
 */
class RecordedExpansionsTest {
  private static final int CASES = 107;
  private static final Path SUITE =
      Path.of(System.getProperty("project.root", "../.."))
          .resolve("test-clusters/goldens/applicationset");

  private static final SourceTree REPOSITORY = SourceTree.ofFolder(SUITE.resolve("repository"));

  private static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(SUITE.resolve("cases"))) {
      return folders.sorted().toList();
    }
  }

  @Test
  void knowsEveryCase() throws IOException {
    assertThat(cases()).hasSize(CASES);
  }

  @TestFactory
  Stream<DynamicTest> expandsAsArgoDoes() throws IOException {
    return cases().stream()
        .map(folder ->
            DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
  }

  private static void check(Path folder) {
    Path answer = folder.resolve("expected.yaml");
    Path refusal = folder.resolve("expected_error.txt");
    assertThat(Files.exists(answer)).isNotEqualTo(Files.exists(refusal));
    if (Files.exists(answer)) {
      List<?> expected = (List<?>) JsonShape.of(read(answer));
      assertThat(withoutEmpty(expand(folder))).isEqualTo(withoutEmpty(expected));
      return;
    }
    try {
      assertThat(expand(folder)).as("%s", text(refusal)).isNull();
    } catch (RenderException e) {
      Problem problem = e.problems().getFirst();
      assertThat(text(refusal)).contains(ownWords(problem.reason()));
      assertThat(problem.place().orElseThrow().line()).isPositive();
    }
  }

  /** Ours say more after a colon than Argo CD's where those say nothing. */
  private static String ownWords(String reason) {
    int more = reason.indexOf(": it is ");
    return more < 0 ? reason : reason.substring(0, more);
  }

  private static List<?> expand(Path folder) {
    MapNode set = (MapNode) read(folder.resolve("applicationset.yaml"));
    List<Object> applications = new ArrayList<>();
    for (MapNode application :
        new ApplicationSetExpansion((_, _) -> REPOSITORY, clusters(folder), Host.system())
            .expand(set, Budget.DEFAULT.meter())) {
      Object plain = JsonShape.of(application.without("apiVersion").without("kind"));
      applications.add(java.util.Objects.requireNonNull(plain));
    }
    if (text(folder.resolve("applicationset.yaml")).contains("merge:")) {
      // Argo CD answers in the order of a Go map, which its recorder sorted.
      applications.sort(java.util.Comparator.comparing(RecordedExpansionsTest::name));
    }
    return applications;
  }

  private static String name(Object application) {
    Map<?, ?> metadata = (Map<?, ?>) ((Map<?, ?>) application).get("metadata");
    return String.valueOf(java.util.Objects.requireNonNull(metadata).get("name"));
  }

  private static List<Cluster> clusters(Path folder) {
    Path file = folder.resolve("clusters.yaml");
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Cluster> clusters = new ArrayList<>();
    for (Object secret : (List<?>) java.util.Objects.requireNonNull(JsonShape.of(read(file)))) {
      Map<?, ?> fields = (Map<?, ?>) secret;
      Map<?, ?> metadata = map(fields, "metadata");
      Map<?, ?> data = map(fields, "stringData");
      clusters.add(
          new Cluster(
              String.valueOf(data.get("name")),
              String.valueOf(data.get("server")),
              Optional.ofNullable(data.get("project")).map(String::valueOf),
              texts(map(metadata, "labels")),
              texts(map(metadata, "annotations"))));
    }
    return clusters;
  }

  private static Map<?, ?> map(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<String, String> texts(Map<?, ?> map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    return texts;
  }

  /** Go leaves out what is empty where its types say so. */
  private static @Nullable Object withoutEmpty(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> kept = new LinkedHashMap<>();
      map.forEach((key, element) -> {
        Object rest = withoutEmpty(element);
        if (rest != null) {
          kept.put(key, rest);
        }
      });
      return kept.isEmpty() ? null : kept;
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? null
          : list.stream()
              .map(RecordedExpansionsTest::withoutEmpty)
              .map(Optional::ofNullable)
              .toList();
    }
    return value == null || value.equals("") || value.equals(false) ? null : value;
  }

  private static Node read(Path file) {
    return YamlReader.of(Dialect.HELM).first(Content.ofText(text(file)), file.toString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
