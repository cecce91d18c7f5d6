package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * For every application and every set of values of the example repository, the answer through the
 * socket is what {@code render} finds in the folder: the same objects, byte for byte and in the
 * same order. What the objects should be is told by the recorded answers of helm and kustomize,
 * which the command line is held against.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root", "../..")).resolve("argocd-cmp/example");

  private static final List<String> CHARTS = List.of("charts/agents", "sources/charts/agents");

  private static final Map<String, String> ENVIRONMENTS =
      Map.of("dev", "ameide-dev", "production", "ameide-prod");

  private final byte[] archive = Checkout.of(EXAMPLE).withGit().pack();
  private final SourceTree folder = SourceTree.ofFolder(EXAMPLE);
  private final TestServer server = TestServer.start();

  /** One application with one set of parameters, as a list in JSON. */
  private record Case(String name, String namespace, String path, JsonNode parametersJson) {
    static Case withValues(String chart, List<String> files) {
      ArrayNode parameters = new ObjectMapper().createArrayNode();
      if (!files.isEmpty()) {
        ArrayNode array =
            parameters
                .addObject()
                .put("name", ParameterTable.VALUES_FILES.name())
                .putArray("array");
        files.forEach(array::add);
        parameters
            .addObject()
            .put("name", ParameterTable.SET.name())
            .putObject("map")
            .put("podAnnotations.example\\.com/team", "platform");
      }
      return new Case("agents", "agents", chart, parameters);
    }

    @Override
    public String toString() {
      return path + " " + parametersJson;
    }

    /** Read here once more, for what the server makes of the list is what is to be shown. */
    ParameterValues parameters() {
      ParameterValues.Builder values = ParameterValues.builder();
      for (JsonNode parameter : parametersJson) {
        String name = parameter.get("name").asText();
        if (parameter.has("string")) {
          values.string(name, parameter.get("string").asText());
        } else if (parameter.has("array")) {
          values.array(name, parameter.get("array").valueStream().map(JsonNode::asText).toList());
        } else {
          Map<String, String> map = new LinkedHashMap<>();
          parameter
              .get("map")
              .propertyStream()
              .forEach(it -> map.put(it.getKey(), it.getValue().asText()));
          values.map(name, map);
        }
      }
      return values.build();
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("argocd/applications"))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.endsWith("application.yaml")) {
          cases.add(declared(file));
        } else if (file.endsWith("kustomization.yaml")
            && !Files.exists(file.resolveSibling("application.yaml"))) {
          cases.add(plain(EXAMPLE.relativize(file).toString()));
        }
      }
    }
    for (String chart : CHARTS) {
      cases.add(Case.withValues(chart, List.of()));
      cases.add(Case.withValues(chart, List.of("/argocd/applications/agents/values.yaml")));
      try (Stream<Path> files = Files.walk(EXAMPLE.resolve("sources/values"))) {
        for (Path file : (Iterable<Path>) files.sorted()::iterator) {
          if (file.endsWith("apps/agents.yaml")) {
            cases.add(
                Case.withValues(
                    chart,
                    List.of(
                        "/sources/values/_shared/apps/agents.yaml",
                        "/" + EXAMPLE.relativize(file))));
          }
        }
      }
    }
    cases.addAll(components());
    return cases;
  }

  /** Every component in two environments, as the ApplicationSets of the plugin ask for it. */
  private static List<Case> components() throws IOException {
    List<Case> cases = new ArrayList<>();
    Path environments = EXAMPLE.resolve("environments");
    try (Stream<Path> files = Files.walk(environments)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.endsWith("component.yaml")) {
          String owner = environments.relativize(file).getName(0).toString();
          for (Map.Entry<String, String> one : ENVIRONMENTS.entrySet()) {
            if (owner.equals("_shared") || owner.equals(one.getKey())) {
              cases.add(component(file, one.getKey(), one.getValue()));
            }
          }
        }
      }
    }
    return cases;
  }

  private static Case component(Path file, String environment, String namespace)
      throws IOException {
    ArrayNode parameters = new ObjectMapper().createArrayNode();
    parameters
        .addObject()
        .put("name", ParameterTable.ENVIRONMENT.name())
        .put("string", environment);
    String name = new YAMLMapper().readTree(file.toFile()).at("/name").asText();
    String path = TreePath.parent(EXAMPLE.relativize(file).toString());
    return new Case(environment + "-" + name, namespace, path, parameters);
  }

  private static Case declared(Path application) throws IOException {
    JsonNode manifest = new YAMLMapper().readTree(application.toFile());
    return new Case(
        manifest.at("/metadata/name").asText(),
        manifest.at("/spec/destination/namespace").asText(),
        manifest.at("/spec/source/path").asText(),
        manifest.at("/spec/source/plugin/parameters"));
  }

  private static Case plain(String file) {
    String path = TreePath.parent(file);
    return new Case(TreePath.name(path), "", path, MissingNode.getInstance());
  }

  @Test
  void everyApplicationAndSetOfValuesIsThere() throws IOException {
    assertThat(cases()).hasSize(6 + 2 * (2 + 5) + 33);
  }

  @TestFactory
  Stream<DynamicTest> answersWhatRenderFinds() throws IOException {
    return cases().stream().map(one -> DynamicTest.dynamicTest(one.toString(), () -> compare(one)));
  }

  private void compare(Case one) throws JsonProcessingException {
    Sending sending =
        Sending.of(archive, one.name, one.path)
            .with("ARGOCD_APP_NAMESPACE", one.namespace)
            .with("ARGOCD_ENV_REGION", "eu")
            .with("KUBE_API_VERSIONS", "apps/v1/Deployment,argoproj.io/v1alpha1/Rollout,v1")
            .withParameters(
                one.parametersJson().isMissingNode() ? "null" : one.parametersJson().toString());
    RenderResult found = new Engine().render(request(one, sending));
    assertThat(found.problems()).noneMatch(Problem::isError);
    List<String> expected =
        found.objects().stream()
            .map(object -> JsonWriter.compact().withoutHtmlEscapes().write(object.node()))
            .toList();
    try (FakeRepoServer repoServer = server.connect()) {
      List<String> answered = repoServer.syncAsNewRelease(sending).getManifestsList();
      assertThat(answered).isNotEmpty().isEqualTo(expected);
      for (String object : answered) {
        JsonNode json = new ObjectMapper().readTree(object);
        assertThat(json.at("/apiVersion").asText()).isNotEmpty();
        assertThat(json.at("/kind").asText()).isNotEmpty();
        assertThat(json.at("/metadata/name").asText()).isNotEmpty();
      }
    }
  }

  private RenderRequest request(Case one, Sending sending) {
    Map<String, String> environment =
        sending.metadata().getEnvList().stream()
            .collect(
                Collectors.toMap(entry -> entry.getName(), entry -> entry.getValue(), (_, b) -> b));
    Application application =
        new Application(
            one.name,
            one.namespace,
            environment.getOrDefault("ARGOCD_APP_PROJECT_NAME", ""),
            environment.getOrDefault("ARGOCD_APP_REVISION", ""),
            environment);
    Cluster cluster =
        new Cluster(
            Optional.ofNullable(environment.get("KUBE_VERSION")),
            List.of(environment.getOrDefault("KUBE_API_VERSIONS", "").split(",")));
    return new RenderRequest(
        folder, one.path, application, cluster, one.parameters(), Budget.DEFAULT);
  }
}
