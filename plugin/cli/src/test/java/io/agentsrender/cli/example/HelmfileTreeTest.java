package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.cli.example.ExampleComponents.Deployed;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Helmfile tree of the example: data, with a banner, layer by layer as document 003 has it. */
class HelmfileTreeTest {
  private static final Path FOLDER = CommandRun.EXAMPLE.resolve("infra/kubernetes");

  private static List<Path> layers() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("helmfiles"))) {
      return files.sorted().toList();
    }
  }

  private static List<MapNode> documents(Path file) throws IOException {
    return YamlReader.of(Dialect.HELM).all(Files.readString(file), file.toString()).stream()
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .toList();
  }

  private static List<MapNode> maps(Path file, String key) throws IOException {
    List<MapNode> found = new ArrayList<>();
    for (MapNode document : documents(file)) {
      FieldPath.of(key)
          .list(document)
          .ifPresent(list -> {
            for (Node item : list.items()) {
              if (item instanceof MapNode map) {
                found.add(map);
              }
            }
          });
    }
    return found;
  }

  @Test
  void hasThirteenLayersThatTheRootNames() throws IOException {
    List<String> named = new ArrayList<>();
    for (MapNode entry : maps(FOLDER.resolve("helmfile.yaml"), "helmfiles")) {
      named.add(FieldPath.of("path").text(entry).orElseThrow());
    }
    assertThat(named)
        .hasSize(13)
        .isSorted()
        .containsExactlyElementsOf(
            layers().stream().map(layer -> "helmfiles/" + layer.getFileName()).toList());
    assertThat(named.getFirst()).startsWith("helmfiles/00-");
    assertThat(named.getLast()).startsWith("helmfiles/60-");
  }

  @Test
  void everyFileHasTheBanner() throws IOException {
    List<Path> files = new ArrayList<>(layers());
    files.add(FOLDER.resolve("helmfile.yaml"));
    files.add(FOLDER.resolve("environments.yaml"));
    for (Path file : files) {
      assertThat(Files.readAllLines(file).getFirst()).startsWith("## RENDER-ONLY");
    }
  }

  /** Layer 42 holds what is switched off: there is no component of it. */
  @Test
  void everyReleaseIsAComponentOfTheSameName() throws IOException {
    Set<String> releases = new TreeSet<>();
    for (Path layer : layers()) {
      List<MapNode> found = maps(layer, "releases");
      assertThat(found).as(layer.toString()).isNotEmpty();
      for (MapNode release : found) {
        assertThat(releases.add(FieldPath.of("name").text(release).orElseThrow())).isTrue();
        requireFolder(layer, FieldPath.of("chart").text(release).orElseThrow());
      }
    }
    Set<String> components = new TreeSet<>();
    for (Deployed one : ExampleComponents.all()) {
      components.add(one.name());
    }
    components.add("data-neo4j");
    assertThat(releases).isEqualTo(components);
  }

  private static void requireFolder(Path layer, String chart) {
    if (!chart.startsWith("oci://")) {
      String folder = chart.replace("{{ .Environment.Name }}", "dev");
      assertThat(layer.resolveSibling(folder).normalize()).isDirectory();
    }
  }
}
