package io.agentsrender.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.agentsrender.cli.CommandRun;
import io.agentsrender.fetch.FetchSetting;
import io.agentsrender.server.plugin.PluginFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What an operator applies says the same in each of its forms, and what the program understands.
 */
class InstallationTest {
  private static final Path INSTALL = CommandRun.PROJECT.resolve("argocd-cmp/install");
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
    ObjectNode fromComponent = (ObjectNode) added("/spec/template/spec/containers/-");
    assertThat(fromChart.remove("image").asText())
        .startsWith(fromComponent.remove("image").asText() + ":");
    assertThat(fromChart).isEqualTo(fromComponent);
    assertThat(values.at("/repoServer/terminationGracePeriodSeconds"))
        .isEqualTo(added("/spec/template/spec/terminationGracePeriodSeconds"));
    // The chart writes plugin.yaml itself, from its spec and the name that it stands under.
    JsonNode plugin = yaml("plugin.yaml");
    assertThat(values.at("/configs/cmp/plugins").get(plugin.at("/metadata/name").asText()))
        .isEqualTo(plugin.get("spec"));
    JsonNode volume = values.at("/repoServer/volumes/0");
    assertThat(volume.get("name"))
        .isEqualTo(added("/spec/template/spec/volumes/-").get("name"))
        .isEqualTo(fromChart.at("/volumeMounts/1/name"));
    assertThat(volume.at("/configMap/items/0/path").asText()).isEqualTo("plugin.yaml");
  }

  @Test
  void chartValuesAndComponentLetTheSameBeRead() throws IOException {
    JsonNode values = yaml("helm/read-applications.yaml");
    assertThat(values.at("/repoServer/rbac"))
        .isEqualTo(yaml("read-applications/role.yaml").get("rules"));
    assertThat(values.at("/repoServer/automountServiceAccountToken"))
        .isEqualTo(yaml("read-applications/repo-server.yaml").at("/0/value"));
    JsonNode generated = yaml("read-applications/kustomization.yaml").at("/configMapGenerator/0");
    JsonNode settings = values.at("/extraObjects/0");
    assertThat(settings.at("/metadata/name"))
        .isEqualTo(generated.get("name"))
        .isEqualTo(added("/spec/template/spec/containers/-").at("/envFrom/0/configMapRef/name"));
    String variable = FetchSetting.READ_APPLICATIONS.variable();
    assertThat(settings.at("/data/" + variable).asText()).isEqualTo("true");
    assertThat(generated.at("/literals/0").asText()).isEqualTo(variable + "=true");
  }

  @Test
  void prometheusFindsTheMetrics() throws IOException {
    JsonNode service = yaml("monitoring/service.yaml");
    JsonNode port = added("/spec/template/spec/containers/-").at("/ports/0");
    assertThat(service.at("/spec/ports/0/targetPort")).isEqualTo(port.get("name"));
    assertThat(service.at("/spec/ports/0/port")).isEqualTo(port.get("containerPort"));
    JsonNode monitor = yaml("monitoring/service-monitor.yaml");
    assertThat(monitor.at("/spec/endpoints/0/port")).isEqualTo(service.at("/spec/ports/0/name"));
    monitor
        .at("/spec/selector/matchLabels")
        .properties()
        .forEach(label ->
            assertThat(service.at("/metadata/labels").get(label.getKey()))
                .isEqualTo(label.getValue()));
    JsonNode policy = yaml("monitoring/network-policy.yaml");
    assertThat(policy.at("/spec/podSelector/matchLabels")).isEqualTo(service.at("/spec/selector"));
    assertThat(policy.at("/spec/ingress/0/ports/0/port")).isEqualTo(port.get("containerPort"));
  }

  @Test
  void podMayReachWhatItNeeds() throws IOException {
    JsonNode policy = yaml("egress/network-policy.yaml");
    assertThat(policy.at("/spec/podSelector"))
        .isEqualTo(yaml("monitoring/network-policy.yaml").at("/spec/podSelector"));
    List<String> open = new ArrayList<>();
    for (JsonNode rule : policy.at("/spec/egress")) {
      for (JsonNode port : rule.get("ports")) {
        String to = rule.path("to").at("/0/podSelector/matchExpressions/0/values").toString();
        open.add(port.get("protocol").asText() + port.get("port").asText() + to);
      }
    }
    // Names, git and registries, the API server; Redis by the names of Argo CD's own manifests.
    assertThat(open).contains("UDP53", "TCP53", "TCP443", "TCP22", "TCP6443", "TCP4318");
    assertThat(open)
        .contains("TCP6379[\"argocd-redis\",\"argocd-redis-ha\",\"argocd-redis-ha-haproxy\"]");
  }

  /** What Prometheus' own parser finds in the queries (test-clusters/oracles/promql/record). */
  @Test
  void dashboardAsksForMetricsThatThereAre() throws IOException {
    Map<String, Set<String>> metrics = metrics();
    assertThat(metrics).hasSizeGreaterThan(10);
    JsonNode dashboard = yaml("monitoring/dashboard.json");
    List<String> queries = new ArrayList<>();
    Set<String> asked = new TreeSet<>();
    Map<String, JsonNode> read = new TreeMap<>();
    for (String line :
        Files.readAllLines(INSTALL.resolve("../../test-clusters/oracles/promql/queries.jsonl"))) {
      JsonNode query = YAML.readTree(line);
      read.put(query.get("query").asText(), query);
    }
    for (JsonNode target :
        dashboard.findValues("targets").stream().flatMap(InstallationTest::all).toList()) {
      String query = target.get("expr").asText();
      queries.add(query);
      JsonNode answer = Objects.requireNonNull(read.get(query), "to be recorded: " + query);
      assertThat(answer.get("problem").asText()).isEmpty();
      Set<String> labels = new TreeSet<>(Set.of("le"));
      for (JsonNode name : answer.get("metrics")) {
        String metric = name.asText().replaceFirst("_bucket$", "");
        labels.addAll(Objects.requireNonNull(metrics.get(metric), metric));
        asked.add(metric);
      }
      assertThat(labels).as(query).containsAll(texts(answer.get("labels")));
      Pattern.compile("\\{\\{(\\w+)}}")
          .matcher(target.get("legendFormat").asText())
          .results()
          .forEach(
              shown -> assertThat(texts(answer.get("labels"))).as(query).contains(shown.group(1)));
    }
    assertThat(queries).hasSameSizeAs(read.keySet()).hasSizeGreaterThan(8);
    assertThat(asked).hasSizeGreaterThan(8);
  }

  /** The labels of each metric, as the program declares them. */
  private static Map<String, Set<String>> metrics() throws IOException {
    Map<String, Set<String>> metrics = new TreeMap<>();
    String sources = sources("CallMetrics.java") + sources("ServerGauges.java");
    Pattern.compile("\"(agents_render_[a-z_]+)\"([^;]*);")
        .matcher(sources)
        .results()
        .forEach(metric -> {
          Set<String> labels = metrics.computeIfAbsent(metric.group(1), _ -> new TreeSet<>());
          Matcher names = Pattern.compile("labelNames\\(([^)]*)\\)").matcher(metric.group(2));
          if (names.find()) {
            labels.addAll(Arrays.asList(names.group(1).replace("\"", "").split(",\\s*")));
          }
        });
    return metrics;
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<String> texts(JsonNode list) {
    return all(list).map(JsonNode::asText).toList();
  }

  /** What the component's patch adds there. */
  private static JsonNode added(String path) throws IOException {
    return all(yaml("repo-server.yaml"))
        .filter(operation -> operation.get("path").asText().equals(path))
        .map(operation -> operation.get("value"))
        .findFirst()
        .orElseThrow();
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
