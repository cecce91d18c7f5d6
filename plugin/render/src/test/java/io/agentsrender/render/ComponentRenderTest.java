package io.agentsrender.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.helm.ChartCache;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.port.ChartSource;
import io.agentsrender.source.port.RemoteSource;
import io.agentsrender.source.port.Remotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is at the application's path decides; parameters override. */
class ComponentRenderTest {
  private static final String URL = "https://git.example/gitops.git";
  private static final String FOLDER = "environments/_shared/components/platform/web";

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.3\n",
          "values.yaml", "who: chart\n",
          "values-extra.yaml", "who: beside the chart\n",
          "crds/thing.yaml",
              """
              apiVersion: apiextensions.k8s.io/v1
              kind: CustomResourceDefinition
              metadata: {name: things.example.com}
              """,
          "templates/map.yaml",
              """
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: "{{ .Release.Name }}", namespace: "{{ .Release.Namespace }}"}
              data: {who: "{{ .Values.who }}"}
              """);

  private final Map<String, Content> files = new LinkedHashMap<>();
  private ChartSource charts = ChartSource.refusing();
  private RemoteSource remote = RemoteSource.refusing();

  private ComponentRenderTest file(String path, String text) {
    files.put(path, Content.ofText(text));
    return this;
  }

  private ComponentRenderTest chart(String folder) {
    CHART.forEach((name, text) -> file(folder + "/" + name, text));
    return this;
  }

  private ComponentRenderTest component(String source) {
    return file(
        FOLDER + "/component.yaml", "name: web\nproject: ameide\ndomain: platform\n" + source);
  }

  private static String git(String repository, String version) {
    return "chart: {repoURL: %s, path: sources/charts/web, version: %s}\n"
        .formatted(repository, version);
  }

  private RenderResult render(UnaryOperator<ParameterValues.Builder> parameters) {
    Application application =
        new Application("dev-web", "", "", "abc123", Map.of("ARGOCD_APP_SOURCE_REPO_URL", URL));
    return new Engine(ChartCache.none())
        .render(
            RenderRequest.of(SourceTree.of(files), FOLDER, application)
                .withParameters(parameters.apply(ParameterValues.builder()).build()),
            new Remotes(charts, remote));
  }

  private RenderResult renderDev() {
    return render(parameters -> parameters.string("environment", "dev"));
  }

  private static String configMap(RenderResult result) {
    assertThat(result.problems()).isEmpty();
    KubernetesObject map =
        result.objects().stream()
            .filter(object -> object.kind().equals("ConfigMap"))
            .findFirst()
            .orElseThrow();
    return map.name() + " in " + map.namespace() + ": " + map.node().get("data");
  }

  private static String reason(RenderResult result) {
    assertThat(result.isFailed()).isTrue();
    return result.problems().getFirst().reason();
  }

  private ComponentRenderTest layered() {
    return chart("sources/charts/web")
        .component(git(URL, "HEAD"))
        .file("agents-render.yaml", "environments: {dev: {namespace: ameide-dev}}\n")
        .file("sources/values/_shared/platform/web.yaml", "who: shared\n")
        .file("sources/values/dev/platform/web.yaml", "who: dev\n");
  }

  @Test
  void theEnvironmentsValuesWin() {
    RenderResult result = layered().renderDev();
    assertThat(configMap(result)).isEqualTo("web in ameide-dev: {who: dev}");
    assertThat(result.objects()).hasSize(2);
    assertThat(result.valueFiles())
        .extracting(ValueFileUse::path, ValueFileUse::isRead)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sources/values/_shared/platform/web.yaml", true),
            org.assertj.core.groups.Tuple.tuple("sources/values/dev/platform/web.yaml", true));
  }

  @Test
  void aMissingLayerIsSkippedAndReported() {
    layered();
    files.remove("sources/values/dev/platform/web.yaml");
    RenderResult result = renderDev();
    assertThat(configMap(result)).isEqualTo("web in ameide-dev: {who: shared}");
    assertThat(result.valueFiles())
        .contains(
            new ValueFileUse(
                "/sources/values/dev/platform/web.yaml",
                "layer",
                "sources/values/dev/platform/web.yaml",
                false));
    RenderResult strict =
        render(parameters ->
            parameters.string("environment", "dev").string("ignore-missing-values-files", "false"));
    assertThat(reason(strict)).contains("there is no file sources/values/dev/platform/web.yaml");
  }

  @Test
  void parametersOverrideTheComponent() {
    RenderResult result =
        layered()
            .render(parameters ->
                parameters
                    .string("environment", "dev")
                    .string("release-name", "other")
                    .string("skip-crds", "true")
                    .array("values-files", List.of("$values/sources/charts/web/values-extra.yaml"))
                    .string("values", "more: yes\n"));
    assertThat(configMap(result)).isEqualTo("other in ameide-dev: {who: beside the chart}");
    assertThat(result.objects()).hasSize(1);
  }

  @Test
  void theComponentNamesTheReleaseAndLeavesOutCrds() {
    RenderResult result =
        layered()
            .component(
                "chart: {repoURL: %s, path: sources/charts/web, releaseName: edge, skipCrds: true}\n"
                    .formatted(URL))
            .renderDev();
    assertThat(configMap(result)).startsWith("edge in ");
    assertThat(result.objects()).hasSize(1);
    RenderResult given =
        render(parameters -> parameters.string("environment", "dev").string("skip-crds", "false"));
    assertThat(given.objects()).hasSize(2);
  }

  @Test
  void valueFilesMayStandBesideTheComponentOrTheChart() {
    layered()
        .component(
            """
            chart:
              repoURL: https://git.example/gitops.git
              path: sources/charts/web
              valueFiles: [values-extra.yaml, "values-{{ .env }}.yaml"]
            """)
        .file(FOLDER + "/values-dev.yaml", "who: beside the component\n");
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: beside the component}");
    files.remove(FOLDER + "/values-dev.yaml");
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: beside the chart}");
  }

  @Test
  void aComponentWithoutAChartIsWhatStandsBesideIt() {
    component("")
        .file(
            FOLDER + "/manifests.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain, namespace: n}\n");
    assertThat(configMap(render(same -> same))).isEqualTo("plain in n: null");
    file(FOLDER + "/kustomization.yaml", "namePrefix: a-\nresources: [manifests.yaml]\n");
    assertThat(configMap(render(same -> same))).isEqualTo("a-plain in n: null");
  }

  @Test
  void manifestsMayStandElsewhere() {
    component("path: somewhere\n")
        .file("somewhere/map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plain}\n");
    RenderResult result = render(same -> same);
    assertThat(result.objects()).extracting(KubernetesObject::name).containsExactly("plain");
    assertThat(result.problems())
        .extracting(Problem::reason)
        .containsExactly("\"path\" is the old way to name manifests");
  }

  @Test
  void aDisabledComponentIsRefused() {
    file(FOLDER + "/component.disabled.yaml", "name: web\n");
    assertThat(reason(render(same -> same)))
        .isEqualTo("the component is switched off: its file is named component.disabled.yaml");
  }

  @Test
  void aChartBesideManifestsIsRefused() {
    layered()
        .file(FOLDER + "/manifests.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: x}\n");
    assertThat(reason(renderDev())).contains("and manifests.yaml stands beside it");
  }

  @Test
  void aChartOfAnotherRepositoryIsAskedFor() {
    layered().component(git("https://git.example/other.git", "v1"));
    assertThat(reason(renderDev()))
        .isEqualTo("no remote source is configured, so that no connection is opened");
    remote =
        new RemoteSource() {
          @Override
          public Content file(String url) {
            throw new AssertionError(url);
          }

          @Override
          public SourceTree repository(String url, String revision) {
            assertThat(url + "@" + revision).isEqualTo("https://git.example/other.git@v1");
            return SourceTree.of(files);
          }
        };
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: dev}");
  }

  @Test
  void settingsPutAFolderInPlaceOfARepository() {
    layered()
        .component(git("https://github.com/team/charts.git", "main"))
        .chart("copies/sources/charts/web")
        .file(
            "agents-render.yaml",
            """
            environments: {dev: {namespace: ameide-dev}}
            repositories: {"https://github.com/team/charts": copies}
            """);
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: dev}");
  }

  @Test
  void aThirdPartyChartIsTakenFromItsFolder() {
    layered()
        .component("chart: {repoURL: 'https://charts.example', chart: web, version: 1.2.3}\n")
        .chart("sources/charts/third_party/example/web/1.2.3");
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: dev}");
    chart("sources/charts/third_party/other/web/1.2.3");
    assertThat(reason(renderDev()))
        .isEqualTo(
            "more than one chart is unpacked as web 1.2.3:"
                + " sources/charts/third_party/example/web/1.2.3,"
                + " sources/charts/third_party/other/web/1.2.3");
    file(
        "agents-render.yaml",
        """
        environments: {dev: {namespace: ameide-dev}}
        repositories: {"https://charts.example": sources/charts/third_party/other}
        """);
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: dev}");
  }

  @Test
  void aPackedThirdPartyChartIsRefused() {
    layered()
        .component("chart: {repoURL: 'https://charts.example', chart: web, version: 1.2.3}\n")
        .file("sources/charts/third_party/example/web/web-1.2.3.tgz", "packed");
    RenderResult result = renderDev();
    assertThat(reason(result)).contains("fails with \"Chart.yaml: no such file\"");
    assertThat(result.problems().getFirst().place().orElseThrow())
        .hasToString("sources/charts/third_party/example/web/web-1.2.3.tgz");
    component(
        "chart: {repoURL: '%s', path: sources/charts/third_party/example/web}\n".formatted(URL));
    assertThat(reason(renderDev())).contains("fails with \"Chart.yaml: no such file\"");
  }

  @Test
  void aChartOfARegistryIsAskedFor() {
    layered().component("chart: {repoURL: 'oci://r.example/team', chart: web, version: 1.2.3}\n");
    assertThat(reason(renderDev()))
        .isEqualTo("no chart source is configured, so that no connection is opened");
    charts =
        new ChartSource() {
          @Override
          public SourceTree chart(Request request) {
            assertThat(request).isEqualTo(new Request("oci://r.example/team", "web", "1.2.3"));
            Map<String, Content> chart = new LinkedHashMap<>();
            CHART.forEach((name, text) -> chart.put(name, Content.ofText(text)));
            return SourceTree.of(chart);
          }

          @Override
          public SourceTree withDependencies(SourceTree tree, String chart) {
            throw new AssertionError(chart);
          }
        };
    assertThat(configMap(renderDev())).isEqualTo("web in ameide-dev: {who: dev}");
  }

  @Test
  void aMissingChartNamesTheNearest() {
    layered().component("chart: {repoURL: '%s', path: sources/charts/wep}\n".formatted(URL));
    RenderResult result = renderDev();
    assertThat(reason(result)).isEqualTo("there is no sources/charts/wep/Chart.yaml");
    assertThat(result.problems().getFirst().advice())
        .contains("Did you mean \"sources/charts/web\"?");
  }

  @Test
  void aRefMayStandForAnotherRevisionOnlyOfAnotherRepository() {
    layered();
    RenderResult result =
        render(parameters ->
            parameters
                .string("environment", "dev")
                .map("refs", Map.of("other", URL + "@v2"))
                .array("values-files", List.of("$other/x.yaml")));
    assertThat(reason(result))
        .isEqualTo(
            "cannot reference a different revision of the same repository ($other references"
                + " \"v2\" while the application references \"abc123\")");
  }

  @Test
  void twoRevisionsOfOneRepositoryAreRefused() {
    layered();
    remote =
        new RemoteSource() {
          @Override
          public Content file(String url) {
            throw new AssertionError(url);
          }

          @Override
          public SourceTree repository(String url, String revision) {
            return SourceTree.of(Map.of("x.yaml", Content.ofText("who: " + revision + "\n")));
          }
        };
    UnaryOperator<ParameterValues.Builder> one =
        parameters ->
            parameters
                .string("environment", "dev")
                .map("refs", Map.of("a", "https://h/x.git@v1", "b", "https://h/x@v2"));
    assertThat(
            configMap(
                render(parameters ->
                    one.apply(parameters).array("values-files", List.of("$a/x.yaml")))))
        .isEqualTo("web in ameide-dev: {who: v1}");
    assertThat(
            reason(
                render(parameters ->
                    one.apply(parameters)
                        .array("values-files", List.of("$a/x.yaml", "$b/x.yaml")))))
        .isEqualTo(
            "cannot reference multiple revisions for the same repository ($b references \"v2\""
                + " while $a references \"v1\")");
  }

  @Test
  void aRefToAChartIsRefused() {
    RenderResult result =
        layered()
            .render(parameters ->
                parameters
                    .string("environment", "dev")
                    .map("refs", Map.of("chart", "oci://r.example/team/web@1.2.3"))
                    .array("values-files", List.of("$chart/values.yaml")));
    assertThat(reason(result)).contains("Helm charts are not yet not supported for 'ref' sources");
  }
}
