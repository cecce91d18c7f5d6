package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.cli.sidecar.FetchingRenderer;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sidecar that takes refs from the Application itself. The token of its service account is
 * planted to be found, and is shown to the API server only.
 */
@Timeout(300)
class ApplicationRefsTest {
  private static final String TOKEN = "c4n4ry.token";
  private static final String OWN = "https://git.example/team/app.git";
  private static final String GET = "GET /apis/argoproj.io/v1alpha1/namespaces/";
  private static final String SHOWN = " Bearer " + TOKEN;

  @TempDir private Path mounted;
  private TestApiServer server;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, Content> files = new HashMap<>();
  private final ParameterValues.Builder parameters = ParameterValues.builder();

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    server = new TestApiServer();
    server.mount(mounted, TOKEN + "\n");
    environment.put("KUBERNETES_SERVICE_HOST", server.host());
    environment.put("KUBERNETES_SERVICE_PORT", String.valueOf(server.port()));
    environment.put("AGENTS_RENDER_READ_APPLICATIONS", "true");
    file("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
    file(
        "web/templates/map.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{ .Release.Name }}}
        data: {color: {{ .Values.color }}}
        """);
    file("shared/blue.yaml", "color: blue\n");
    file("shared/red.yaml", "color: red\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void file(String path, String text) {
    files.put(path, Content.ofText(text));
  }

  private RenderResult render(String application, String... valueFiles) {
    Application facts =
        new Application(
            application,
            "shop",
            "default",
            "0123456789abcdef0123456789abcdef01234567",
            Map.of("ARGOCD_APP_SOURCE_REPO_URL", OWN, "ARGOCD_APP_SOURCE_TARGET_REVISION", "main"));
    FetchSettings settings = FetchSettings.read(Map.of(), environment, mounted);
    return new FetchingRenderer(new Engine(), new Fetcher(settings), environment, mounted)
        .prepared()
        .render(
            new RenderRequest(
                SourceTree.of(files),
                "web",
                facts,
                Cluster.UNKNOWN,
                parameters.array("values-files", List.of(valueFiles)).build(),
                Budget.DEFAULT));
  }

  private static String text(RenderResult result) {
    return result.problems().stream()
            .map(problem -> problem + " " + problem.advice().orElse(""))
            .collect(Collectors.joining("\n"))
        + result.objects().stream()
            .map(object -> YamlWriter.goYamlV2().write(object.node()))
            .collect(Collectors.joining());
  }

  private static String sources(String ref, String url, String revision) {
    return """
    [{"repoURL": "%s", "targetRevision": "main", "path": "web", "plugin": {}},
     {"repoURL": "%s", "targetRevision": "%s", "ref": "%s"}]
    """
        .formatted(OWN, url, revision, ref);
  }

  @Test
  void findsTheOwnRepositoryUnderTheNameThatTheApplicationGivesIt() {
    server.has("argocd", "web", sources("config", "https://GIT.example/team/app", "main"));
    assertThat(text(render("web", "$config/shared/blue.yaml", "$config/shared/red.yaml")))
        .contains("color: red");
    assertThat(server.asked()).containsExactly(GET + "argocd/applications/web" + SHOWN);
  }

  @Test
  void looksInTheNamespaceThatTheNameBeginsWith() {
    server.has("team-a", "web", sources("config", OWN, "HEAD"));
    assertThat(text(render("team-a_web", "$config/shared/blue.yaml")))
        .contains("color: blue", "name: web\n");
    assertThat(server.asked()).containsExactly(GET + "team-a/applications/web" + SHOWN);
  }

  @Test
  void asksOnlyWhereSwitchedOn() {
    environment.remove("AGENTS_RENDER_READ_APPLICATIONS");
    assertThat(text(render("web", "$config/shared/blue.yaml")))
        .contains("\"$config\", which is not one of the available sources ($values)");
    assertThat(text(render("web", "$values/shared/blue.yaml"))).contains("color: blue");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void parametersAndTheRepositoryCountBefore() {
    server.has("argocd", "web", sources("values", "https://other.example/values.git", "v1"));
    file("agents-render.yaml", "refs: {config: shared}\n");
    parameters.map("refs", Map.of("values", "."));
    assertThat(text(render("web", "$values/shared/blue.yaml", "$config/red.yaml")))
        .contains("color: red");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void valuesAreTheOwnRepositoryOnlyWhereTheApplicationSaysNothingElse() {
    server.has("argocd", "web", sources("config", OWN, "main"));
    assertThat(text(render("web", "$values/shared/blue.yaml"))).contains("color: blue");
    assertThat(text(render("web", "$other/shared/blue.yaml")))
        .contains("\"$other\", which is not one of the available sources ($config, $values)");
    server.has("argocd", "web", sources("values", OWN, "v1"));
    assertThat(text(render("web", "$values/shared/blue.yaml")))
        .contains("cannot reference a different revision of the same repository");
  }

  @Test
  void otherRepositoriesAreFetchedFromAllowedHostsOnlyAndNeverSeeTheToken() {
    String url = "https://127.0.0.1:" + server.port() + "/team/values.git";
    server.has("argocd", "web", sources("values", url, "v1"));
    assertThat(text(render("web", "$values/web.yaml")))
        .contains("no host is allowed, so that no connection is opened");
    assertThat(server.asked()).hasSize(1);
    environment.put("AGENTS_RENDER_ALLOW_HOSTS", "127.0.0.1");
    environment.put("AGENTS_RENDER_CA_FILE", mounted.resolve("ca.crt").toString());
    assertThat(text(render("web", "$values/web.yaml"))).contains("/team/values.git");
    List<String> asked = server.asked();
    assertThat(asked)
        .hasSizeGreaterThan(2)
        .filteredOn(request -> request.contains(TOKEN))
        .containsOnly(GET + "argocd/applications/web" + SHOWN)
        .hasSize(2);
    assertThat(asked.getLast()).startsWith("GET /team/values.git/info/refs").endsWith("null");
  }

  @Test
  void refusesARefToAChart() {
    server.has(
        "argocd",
        "web",
        "[{\"repoURL\": \"%s\", \"path\": \"web\"}, {\"repoURL\": \"https://charts.example\","
                .formatted(OWN)
            + " \"chart\": \"redis\", \"targetRevision\": \"1.0.0\", \"ref\": \"values\"}]");
    assertThat(text(render("web", "$values/web.yaml"))).contains("source has a 'chart' field");
  }

  @Test
  void saysWhatIsWrongAndNeverTheToken() {
    server.answers("argocd", "closed", 403, "no access with " + TOKEN);
    server.answers("argocd", "unknown", 401, "who is " + TOKEN);
    server.answers("argocd", "moved", 302, "");
    server.answers("argocd", "ill", 500, TOKEN);
    server.answers("argocd", "broken", 200, "{\"kind\": [" + TOKEN + ": : :");
    server.answers("argocd", "other", 200, "{\"kind\": \"" + TOKEN + "\"}");
    server.answers("argocd", "large", 200, " ".repeat((8 << 20) + 1));
    Map<String, String> told = new LinkedHashMap<>();
    told.put("closed", "answered 403: the service account of this pod may not read it");
    told.put("unknown", "answered 401: it does not accept the token");
    told.put("moved", "answered 302, a redirect, which is not followed with a token");
    told.put("ill", "answered 500");
    told.put("broken", "answered is no Application");
    told.put("other", "answered is no Application");
    told.put("large", "is larger than 8388608 bytes");
    told.put("missing", "answered 404: there is no such Application");
    told.put("a/b", "it is not called as Kubernetes calls its objects");
    told.forEach((name, reason) -> {
      RenderResult result = render(name, "$config/shared/blue.yaml");
      assertThat(result.objects()).isEmpty();
      assertThat(result.problems())
          .singleElement()
          .satisfies(problem -> {
            assertThat(problem.tried()).contains("\"" + name + "\" in the namespace \"argocd\"");
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.advice()).isPresent();
            assertThat(text(result)).doesNotContain("c4n4ry");
          });
    });
    assertThat(render("closed", "$config/a.yaml").problems().getFirst().advice().orElse(""))
        .contains("\"get\" for applications of argoproj.io", "install/read-applications");
  }

  @Test
  void trustsTheAuthorityOfTheClusterOnly() throws IOException, GeneralSecurityException {
    server.has("argocd", "web", sources("config", OWN, "main"));
    try (TestApiServer other = new TestApiServer()) {
      other.mount(mounted, TOKEN);
      assertThat(text(render("web", "$config/shared/blue.yaml")))
          .contains("no secure connection to 127.0.0.1:" + server.port())
          .contains("ca.crt are the cluster's");
    }
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void saysThatTheServerCannotBeReached() {
    server.close();
    assertThat(text(render("web", "$config/shared/blue.yaml")))
        .contains("takes no connection")
        .contains("network policies");
  }

  @Test
  void doesNotStartWithoutAServiceAccount() throws IOException {
    Files.writeString(mounted.resolve("token"), TOKEN + "\nc4n4ry");
    assertFailsToStart("it holds no token");
    Files.delete(mounted.resolve("token"));
    assertFailsToStart("there is no such file");
    environment.remove("KUBERNETES_SERVICE_HOST");
    assertFailsToStart("are not both set");
    environment.put("AGENTS_RENDER_OFFLINE", "true");
    assertFailsToStart("AGENTS_RENDER_READ_APPLICATIONS takes one to the cluster");
  }

  private void assertFailsToStart(String reason) {
    assertThatThrownBy(() -> render("web"))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(problem -> {
                      assertThat(problem.reason()).contains(reason);
                      assertThat(problem.advice()).isPresent();
                      assertThat(problem.toString()).doesNotContain("c4n4ry");
                    }));
  }
}
