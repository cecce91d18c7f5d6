package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Argo CD's own controller makes of the ApplicationSets of the example
 * (test-clusters/oracles/applicationset/record wrote the answers): the same Applications.
 */
class ApplicationSetsTest {
  private static final Path ANSWERS =
      CommandRun.PROJECT.resolve("test-clusters/goldens/applicationset/example");
  private static final int SETS = 36;

  @TestFactory
  Stream<DynamicTest> areExpandedAsArgoDoes() throws IOException {
    List<Path> answers;
    try (Stream<Path> files = Files.list(ANSWERS)) {
      answers = files.sorted().toList();
    }
    assertThat(answers).hasSize(SETS);
    return answers.stream()
        .map(answer ->
            DynamicTest.dynamicTest(answer.getFileName().toString(), () -> compare(answer)));
  }

  private static void compare(Path answer) throws IOException {
    // The recorder writes the path of a set with underscores.
    String set = answer.getFileName().toString().replace('_', '/');
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, "apps", set, "-o=yaml");
    assertThat(run.err()).isEmpty();
    Map<String, Object> expected = new LinkedHashMap<>();
    ListNode recorded =
        (ListNode) YamlReader.of(Dialect.HELM).first(Files.readString(answer), "answer.yaml");
    recorded.items().forEach(item -> add(expected, (MapNode) item));
    Map<String, Object> ours = new LinkedHashMap<>();
    for (Node node : YamlReader.of(Dialect.HELM).all(run.out(), "applications.yaml")) {
      add(ours, ((MapNode) node).without("apiVersion").without("kind"));
    }
    assertThat(ours).isNotEmpty().isEqualTo(expected);
  }

  private static void add(Map<String, Object> applications, MapNode node) {
    Map<?, ?> application = (Map<?, ?>) Objects.requireNonNull(JsonShape.of(node));
    Map<?, ?> metadata = (Map<?, ?>) Objects.requireNonNull(application.get("metadata"));
    Object kept = Objects.requireNonNull(withoutEmpty(application));
    assertThat(applications.put(String.valueOf(metadata.get("name")), kept)).isNull();
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
              .map(ApplicationSetsTest::withoutEmpty)
              .map(Objects::requireNonNull)
              .toList();
    }
    return value == null || value.equals("") || value.equals(false) ? null : value;
  }
}
