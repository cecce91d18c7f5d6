package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.gitops.schema.PublishedSchema;
import io.agentsrender.source.Content;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The components of the example. */
class ComponentExampleTest {
  private static final String AGENTS = "environments/_shared/components/apps/agents";

  /** Helm's own answers for the same chart and value files are in test-clusters/goldens/example. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void rendersWhatHelmRendersFromTheSameValueFiles(String environment) throws IOException {
    CommandRun run =
        CommandRun.in(
            CommandRun.EXAMPLE,
            "render",
            AGENTS,
            "--environment=" + environment,
            "--namespace=agents",
            "--skip-crds");
    assertThat(run.err()).isEmpty();
    Path recorded =
        CommandRun.PROJECT.resolve(
            "test-clusters/goldens/example/environment-" + environment + "/expected.yaml");
    assertThat(objects(run.out())).isEqualTo(objects(Files.readString(recorded)));
  }

  private static List<String> objects(String stream) {
    return YamlReader.of(Dialect.HELM).all(stream, "objects.yaml").stream()
        .map(YamlWriter.goYamlV2()::write)
        .filter(text -> !text.equals("null\n"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev:ameide-dev", "production:ameide-prod"})
  void theEnvironmentDecidesTheNamespace(String pair) {
    String[] parts = pair.split(":", -1);
    CommandRun run =
        CommandRun.in(
            CommandRun.EXAMPLE, "render", AGENTS, "--environment", parts[0], "--output=name");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Deployment.apps/agents in " + parts[1] + "\n");
  }

  @Test
  void aMissingEnvironmentListsThoseFound() {
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, "render", AGENTS);
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains(
            "Set the parameter environment (--environment)."
                + " Environments found: dev, local, production, staging.");
  }

  /** Editors find the schemas beside the files that name them. */
  @ParameterizedTest
  @EnumSource(PublishedSchema.class)
  void keepsACopyOfThePublishedSchema(PublishedSchema schema) throws IOException {
    Path copy = CommandRun.EXAMPLE.resolve(".schemas").resolve(schema.file());
    assertThat(Content.ofOwned(Files.readAllBytes(copy)).text()).isEqualTo(schema.content().text());
  }

  @Test
  void everyFileWithASchemaNamesIt() throws IOException {
    try (Stream<Path> files = Files.walk(CommandRun.EXAMPLE)) {
      List<Path> described =
          files
              .filter(file ->
                  List.of("component.yaml", "component.disabled.yaml", "agents-render.yaml")
                      .contains(file.getFileName().toString()))
              .toList();
      assertThat(described).isNotEmpty();
      for (Path file : described) {
        String first = Files.readAllLines(file).getFirst();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        Path schema = file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize();
        assertThat(schema).exists();
      }
    }
  }
}
