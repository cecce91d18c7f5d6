package io.agentsrender.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.settings.SettingsLayers;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agents chart does itself what the policies do for other charts. Each case of
 * test-clusters/goldens/policy is what helm prints for the chart with the feature off, with the
 * settings beside it; the case of the same name in test-clusters/goldens/example is what helm
 * prints for the chart with the feature on. Both recorded by test-clusters/goldens/record.
 */
class ExampleChartTest {
  private static final Path GOLDENS = Renders.root().resolve("test-clusters/goldens");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDENS.resolve("policy"))) {
      List<String> names =
          folders
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .sorted()
              .toList();
      assertThat(names).hasSize(36);
      return names.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void does_what_the_chart_does_itself(String name) throws IOException {
    Path chart = GOLDENS.resolve("example").resolve(name);
    Path error = chart.resolve("expected_error.txt");
    Path text = chart.resolve("expected.txt");
    if (Files.exists(error)) {
      assertThat(errors(name)).as(Renders.read(error)).isNotEmpty();
      return;
    }
    PolicyResult result = apply(name);
    assertThat(result.problems().stream().filter(Problem::isError)).isEmpty();
    if (Files.exists(text)) {
      assertThat(facts(result.objects())).containsAllEntriesOf(lines(text));
      return;
    }
    Map<String, Object> ours = Renders.byName(result.objects());
    assertThat(Renders.byName(Renders.objects(Renders.read(chart.resolve("expected.yaml")))))
        .isNotEmpty()
        .allSatisfy((key, expected) -> assertThat(ours.get(key)).as(key).isEqualTo(expected));
  }

  private static PolicyResult apply(String name) {
    Path folder = GOLDENS.resolve("policy").resolve(name);
    MapNode command = Renders.map(Renders.read(folder.resolve("command.json")));
    String args = String.valueOf(command.get("args"));
    String namespace = args.contains("-n, elsewhere") ? "elsewhere" : "default";
    String destination = args.contains("-n, agents") ? "agents" : namespace;
    List<String> apiVersions =
        FieldPath.of("apiVersions").list(command).stream()
            .flatMap(list -> list.items().stream())
            .map(Object::toString)
            .toList();
    return Policies.apply(
        Renders.objects(Renders.read(folder.resolve("expected.yaml"))),
        List.of(),
        SettingsLayers.of(Renders.map(Renders.read(folder.resolve("policies.yaml")))),
        PolicyFacts.of(destination).withApiVersions(apiVersions));
  }

  private static List<Problem> errors(String name) {
    try {
      return apply(name).problems().stream().filter(Problem::isError).toList();
    } catch (RenderException e) {
      return e.problems();
    }
  }

  /** Checksums and kinds, each as many times as it is there. */
  private static Map<String, Integer> facts(List<KubernetesObject> objects) {
    FieldPath annotations = FieldPath.of("spec", "template", "metadata", "annotations");
    Map<String, Integer> counts = new TreeMap<>();
    for (KubernetesObject object : objects) {
      counts.merge("kind: " + object.kind(), 1, Integer::sum);
      for (Entry entry :
          annotations.map(object.node()).map(MapNode::entries).orElse(List.<Entry>of())) {
        counts.merge(entry.name() + ": " + entry.value(), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Lines as {@code rg -n} prints them. */
  private static Map<String, Integer> lines(Path file) {
    return Renders.read(file)
        .lines()
        .map(line -> line.substring(line.indexOf(':') + 1).strip().replace("\"", ""))
        .filter(line -> line.startsWith("checksum/") || line.matches("kind: (Deployment|Rollout)"))
        .collect(Collectors.toMap(line -> line, _ -> 1, Integer::sum, TreeMap::new));
  }
}
