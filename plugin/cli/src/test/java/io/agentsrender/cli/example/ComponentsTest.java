package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.cli.example.ExampleComponents.Deployed;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every component of the example in every environment is what the real tools make of it: helm with
 * the value files of its layers given one by one, kustomize for a kustomization (both recorded in
 * test-clusters/goldens/components), and the files themselves for committed manifests.
 */
class ComponentsTest {
  private static final Path GOLDENS =
      CommandRun.PROJECT.resolve("test-clusters/goldens/components");
  private static final int DEPLOYED = 65;

  @TestFactory
  Stream<DynamicTest> rendersWhatTheToolsRender() throws IOException {
    List<Deployed> all = ExampleComponents.all();
    assertThat(all).hasSize(DEPLOYED);
    return all.stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> compare(one)));
  }

  private static void compare(Deployed one) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("render", one.folder()));
    arguments.add("--environment=" + one.environment());
    Path golden = golden(one);
    if (one.hasChart() && !Files.readString(golden.resolve("command.json")).contains("crds")) {
      arguments.add("--skip-crds");
    }
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, arguments.toArray(String[]::new));
    assertThat(run.err()).doesNotContain("error:");
    assertThat(run.err().isEmpty()).isEqualTo(one.file().has("domain"));
    Path expected =
        Files.exists(golden)
            ? golden.resolve("expected.yaml")
            : one.path().resolve("manifests.yaml");
    assertThat(ExampleComponents.objects(run.out()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(ExampleComponents.objects(Files.readString(expected)));
  }

  private static Path golden(Deployed one) {
    return GOLDENS.resolve(one.hasChart() ? one.name() + "-" + one.environment() : one.name());
  }

  @Test
  void everyRecordedAnswerIsOfAComponent() throws IOException {
    Set<String> names = new HashSet<>();
    for (Deployed one : ExampleComponents.all()) {
      names.add(golden(one).getFileName().toString());
    }
    try (Stream<Path> folders = Files.list(GOLDENS)) {
      assertThat(
              folders
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .toList())
          .hasSize(38)
          .allMatch(names::contains);
    }
  }

  /** Shared values keep it off; on a laptop it is one server on the disk of the container. */
  @Test
  void minioIsOnlyLocal() throws IOException {
    for (String environment : ExampleComponents.NAMESPACES.keySet()) {
      String objects = recorded("data-minio-" + environment);
      assertThat(objects.contains("kind: StatefulSet"))
          .as(environment)
          .isEqualTo(environment.equals("local"));
    }
    MapNode shared = values("_shared/data/data-minio.yaml");
    MapNode local = values("local/data/data-minio.yaml");
    assertThat(FieldPath.of("enabled").text(shared)).contains("false");
    assertThat(FieldPath.of("enabled").text(local)).contains("true");
    assertThat(FieldPath.of("mode").text(local)).contains("standalone");
    assertThat(FieldPath.of("global", "defaultStorageClass").text(local)).contains("local-path");
    assertThat(FieldPath.of("persistence", "storageClass").text(local)).contains("local-path");
    assertThat(recorded("data-minio-local"))
        .contains("replicas: 1\n", "storageClassName: local-path");
  }

  /** Its chart and values stay for the day it is wanted. */
  @Test
  void neo4jIsADisabledComponent() throws IOException {
    Path folder = CommandRun.EXAMPLE.resolve("environments/_shared/components/data/graph/neo4j");
    MapNode component = ExampleComponents.read(folder.resolve("component.disabled.yaml"));
    assertThat(folder.resolve("component.yaml")).doesNotExist();
    assertThat(
            CommandRun.EXAMPLE.resolve(FieldPath.of("chart", "path").text(component).orElseThrow()))
        .isDirectoryContaining("glob:**/Chart.yaml");
    assertThat(CommandRun.EXAMPLE.resolve("sources/values/_shared/data/data-neo4j.yaml")).exists();
    assertThat(ExampleComponents.all()).noneMatch(one -> one.name().equals("data-neo4j"));
  }

  @Test
  void thirdPartyChartsAreUnpacked() throws IOException {
    try (Stream<Path> files =
        Files.walk(CommandRun.EXAMPLE.resolve("sources/charts/third_party"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".tgz"))
          .contains("Chart.yaml");
    }
  }

  /** Two of its components are Helm-sourced, two stay rendered. */
  @Test
  void layer22IsAsTheDocumentHasIt() throws IOException {
    List<String> charts = new ArrayList<>();
    List<String> rendered = new ArrayList<>();
    for (Deployed one : ExampleComponents.all()) {
      if (one.folder().contains("/control-plane/") && one.environment().equals("dev")) {
        (one.hasChart() ? charts : rendered).add(one.name());
      }
    }
    assertThat(charts).containsExactlyInAnyOrder("platform-envoy-gateway", "platform-gateway");
    assertThat(rendered)
        .containsExactlyInAnyOrder("platform-cert-manager-config", "control-plane-smoke");
  }

  private static String recorded(String name) throws IOException {
    return Files.readString(GOLDENS.resolve(name).resolve("expected.yaml"));
  }

  private static MapNode values(String file) {
    return ExampleComponents.read(CommandRun.EXAMPLE.resolve("sources/values").resolve(file));
  }
}
