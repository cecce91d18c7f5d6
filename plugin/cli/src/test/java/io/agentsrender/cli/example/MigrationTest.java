package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentsrender.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the guide says to those who come from Argo CD's own Helm and kustomize: with the parameters
 * of as-plugin.yaml in the place of the section that they had, they get what Argo CD's repo-server
 * answered (test-clusters/oracles/applications/record).
 */
class MigrationTest {
  private static final Path SUITE =
      CommandRun.PROJECT.resolve("test-clusters/goldens/applications");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CASES = 43;

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> thePluginAnswersWhatArgoCdAnswered() throws IOException {
    JsonNode cases = yaml(SUITE.resolve("as-plugin.yaml"));
    assertThat(cases).hasSize(CASES);
    return cases.properties().stream()
        .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> check(one)));
  }

  private void check(Map.Entry<String, JsonNode> one) throws IOException {
    Path folder = SUITE.resolve("cases").resolve(one.getKey());
    ObjectNode application = (ObjectNode) yaml(folder.resolve("application.yaml"));
    ObjectNode spec = (ObjectNode) application.get("spec");
    JsonNode sources = spec.remove("sources");
    ObjectNode source = (ObjectNode) (sources == null ? spec.get("source") : sources.get(0));
    spec.set("source", source);
    source.remove("helm");
    source.remove("kustomize");
    source.putObject("plugin").put("name", "agents-render").set("parameters", one.getValue());
    Path file = scratch.resolve(one.getKey() + ".yaml");
    YAML.writeValue(file.toFile(), application);
    CommandRun run =
        CommandRun.in(
            CommandRun.PROJECT,
            "apps",
            file.toString(),
            "--render",
            "--output=json",
            "--repository=https://git.example/gitops.git=" + SUITE.resolve("repositories/gitops"),
            "--repository=https://git.example/values.git=" + SUITE.resolve("repositories/values"),
            "--kube-version=1.34.0",
            "--api-versions=v1,apps/v1,apps/v1/Deployment");
    assertThat(run.err()).doesNotContain("error:");
    JsonNode objects = JSON.readTree(run.out()).get("objects");
    assertThat(objects).isEqualTo(yaml(folder.resolve("expected.yaml")));
  }

  private static JsonNode yaml(Path file) throws IOException {
    return YAML.readTree(Files.readString(file));
  }
}
