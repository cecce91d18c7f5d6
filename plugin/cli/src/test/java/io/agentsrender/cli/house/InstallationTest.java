package io.agentsrender.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentsrender.fetch.FetchSetting;
import io.agentsrender.server.plugin.PluginFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an operator applies says the same in each of its forms, and what the program understands.
 */
class InstallationTest {
  private static final Path INSTALL =
      Path.of(System.getProperty("project.root"), "argocd-cmp/install");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Test
  void pluginHasTheNameThatApplicationsSelect() throws IOException {
    PluginFile.Content content =
        PluginFile.read(Files.readString(INSTALL.resolve("plugin.yaml")), "plugin.yaml");
    assertThat(content.plugins())
        .singleElement()
        .satisfies(plugin -> assertThat(plugin.socketName()).isEqualTo("agents-render.sock"));
    assertThat(content.notes()).isEmpty();
  }

  @Test
  void chartValuesBringTheSameSidecarAsTheComponent() throws IOException {
    JsonNode values = yaml("helm/values.yaml");
    ObjectNode fromChart = (ObjectNode) values.at("/repoServer/extraContainers/0");
    ObjectNode fromComponent =
        (ObjectNode) yaml("repo-server.yaml").at("/spec/template/spec/containers/0");
    assertThat(fromChart.remove("image").asText())
        .startsWith(fromComponent.remove("image").asText() + ":");
    assertThat(fromChart).isEqualTo(fromComponent);
    assertThat(values.at("/repoServer/volumes"))
        .isEqualTo(yaml("repo-server.yaml").at("/spec/template/spec/volumes"));
    assertThat(YAML.readTree(values.at("/extraObjects/0/data/plugin.yaml").asText()))
        .isEqualTo(yaml("plugin.yaml"));
  }

  @Test
  void chartValuesAndComponentLetTheSameBeRead() throws IOException {
    JsonNode values = yaml("helm/read-applications.yaml");
    JsonNode patch = yaml("read-applications/repo-server.yaml").at("/spec/template/spec");
    assertThat(values.at("/repoServer/rbac"))
        .isEqualTo(yaml("read-applications/role.yaml").get("rules"));
    assertThat(values.at("/repoServer/automountServiceAccountToken"))
        .isEqualTo(patch.get("automountServiceAccountToken"));
    JsonNode variable = patch.at("/containers/0/env/0");
    assertThat(variable.get("name").asText()).isEqualTo(FetchSetting.READ_APPLICATIONS.variable());
    assertThat(Files.readString(INSTALL.resolve("helm/read-applications.yaml")))
        .contains("- name: " + variable.get("name").asText());
  }

  @Test
  void dashboardAsksForMetricsThatThereAre() throws IOException {
    String sources = sources("CallMetrics.java") + sources("ServerGauges.java");
    TreeSet<String> asked = new TreeSet<>();
    Pattern.compile("agents_render_[a-z_]+")
        .matcher(Files.readString(INSTALL.resolve("monitoring/dashboard.json")))
        .results()
        .forEach(found -> asked.add(found.group().replaceFirst("_bucket$", "")));
    assertThat(asked).hasSizeGreaterThan(8).allMatch(name -> sources.contains('"' + name + '"'));
  }

  private static String sources(String file) throws IOException {
    return Files.readString(
        INSTALL.resolve(
            "../../plugin/server/src/main/java/io/agentsrender/server/metrics/" + file));
  }

  private static JsonNode yaml(String file) throws IOException {
    return YAML.readTree(Files.readString(INSTALL.resolve(file)));
  }
}
