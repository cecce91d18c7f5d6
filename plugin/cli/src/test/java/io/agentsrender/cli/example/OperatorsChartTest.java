package io.agentsrender.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.CommandRun;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import io.agentsrender.yaml.write.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operators chart is the one that document 004 describes. The texts here are the document's.
 */
class OperatorsChartTest {
  private static final Path CHART = CommandRun.EXAMPLE.resolve("operators/helm");

  private static final String COMPONENT =
      "environments/_shared/components/foundation/operators/ameide-operators";

  private static final List<String> OPERATORS = List.of("domain", "process", "agent", "uisurface");

  /** Section 2. */
  private static final String TREE =
      """
      Chart.yaml
      values.yaml
      README.md
      crds/ameide.io_domains.yaml
      crds/ameide.io_processes.yaml
      crds/ameide.io_agents.yaml
      crds/ameide.io_uisurfaces.yaml
      templates/_helpers.tpl
      templates/serviceaccount.yaml
      templates/clusterrole.yaml
      templates/clusterrolebinding.yaml
      templates/domain-operator-deployment.yaml
      templates/process-operator-deployment.yaml
      templates/agent-operator-deployment.yaml
      templates/uisurface-operator-deployment.yaml
      templates/NOTES.txt
      examples/domain-sample.yaml
      examples/process-sample.yaml
      examples/agent-sample.yaml
      examples/uisurface-sample.yaml
      """;

  /** What its phase 3 and the schema of its section 5 come to. */
  private static final String MORE =
      """
      .helmignore
      values.schema.json
      templates/hardening/networkpolicy.yaml
      templates/hardening/pdb.yaml
      templates/hardening/prometheusrule.yaml
      templates/hardening/servicemonitor.yaml
      """;

  /** Section 4, phase 2. */
  private static final String COMPONENT_FILE =
      """
      # environments/_shared/components/foundation/operators/ameide-operators/component.yaml
      name: foundation-ameide-operators
      project: ameide
      domain: foundation
      dependencyPhase: "controllers"
      componentType: "operator"
      rolloutPhase: "120"  # After CRDs (110), with other operators
      chart:
        repoURL: https://github.com/ameideio/ameide-core.git
        path: operators/helm
        version: main
      syncOptions:
        - CreateNamespace=false
        - RespectIgnoreDifferences=true
        - ServerSideApply=true
      """;

  /** Section 5. */
  private static final String DEFAULTS =
      """
      global:
        imageRegistry: ghcr.io/ameideio
        imagePullPolicy: IfNotPresent
        imagePullSecrets: []

      operators:
        domain:
          enabled: true
          replicas: 1
          image:
            repository: domain-operator
            tag: "latest"
          resources:
            limits:
              cpu: 500m
              memory: 128Mi
            requests:
              cpu: 10m
              memory: 64Mi
          leaderElection: true
          metricsBindAddress: ":8080"
          healthProbeBindAddress: ":8081"

        process:
          enabled: true
          # ... same structure

        agent:
          enabled: true
          # ... same structure

        uisurface:
          enabled: true
          # ... same structure

      rbac:
        create: true

      serviceAccount:
        create: true
        name: ""
        annotations: {}

      podSecurityContext:
        runAsNonRoot: true

      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL

      nodeSelector: {}
      tolerations: []
      affinity: {}
      """;

  /** Section 7. */
  private static final String PERMISSIONS =
      """
      | `ameide.io` | domains, processes, agents, uisurfaces | * |
      | `ameide.io` | */status, */finalizers | * |
      | `apps` | deployments | * |
      | `core` | services, configmaps, secrets | * |
      | `batch` | jobs, cronjobs | * |
      | `networking.k8s.io` | networkpolicies | * |
      | `gateway.networking.k8s.io` | httproutes | * |
      | `external-secrets.io` | externalsecrets | * |
      | `coordination.k8s.io` | leases | * |
      | `core` | events | create, patch |
      """;

  @Test
  void hasTheFilesOfTheDocument() throws IOException {
    List<String> expected = new ArrayList<>(TREE.lines().toList());
    expected.addAll(MORE.lines().toList());
    try (Stream<Path> files = Files.walk(CHART)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> CHART.relativize(file).toString()))
          .map(name -> name.replace('\\', '/'))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void hasTheComponentOfTheDocument() throws IOException {
    String file = Files.readString(CommandRun.EXAMPLE.resolve(COMPONENT + "/component.yaml"));
    assertThat(file.substring(file.indexOf('\n') + 1)).isEqualTo(COMPONENT_FILE);
  }

  /** What is not of the document is the option to harden. */
  @Test
  void hasTheDefaultsOfTheDocument() throws IOException {
    MapNode values = map(Files.readString(CHART.resolve("values.yaml")));
    MapNode document = map(DEFAULTS);
    String structure = written(FieldPath.of("operators", "domain").get(document).orElseThrow());
    MapNode expected = document;
    for (String operator : OPERATORS) {
      Node own = map(structure.replace("domain-operator", operator + "-operator"));
      expected = FieldPath.of("operators", operator).set(expected, own);
    }
    assertThat(FieldPath.of("operators").map(expected).orElseThrow().size()).isEqualTo(4);
    assertThat(written(values.without("hardening"))).isEqualTo(written(expected));
    for (MapNode.Entry option : FieldPath.of("hardening").map(values).orElseThrow().entries()) {
      assertThat(FieldPath.of("enabled").text((MapNode) option.value())).contains("false");
    }
  }

  @Test
  void hasTheVersionOfTheDocument() throws IOException {
    MapNode chart = map(Files.readString(CHART.resolve("Chart.yaml")));
    assertThat(FieldPath.of("version").text(chart)).contains("0.1.0");
    assertThat(FieldPath.of("appVersion").text(chart)).contains("0.1.0");
    assertThat(FieldPath.of("kubeVersion").text(chart)).contains(">=1.28.0-0");
  }

  @Test
  void grantsTheTenRowsOfTheDocument() {
    List<String> rows = new ArrayList<>();
    for (String line : PERMISSIONS.lines().toList()) {
      String[] cells = line.replace("`", "").split("\\|", -1);
      rows.add(row(cells[1].strip().replace("core", ""), cells[2], cells[3]));
    }
    assertThat(rows).hasSize(10);
    MapNode role = only("ClusterRole", render("dev"));
    assertThat(FieldPath.of("rules").list(role).orElseThrow().items())
        .extracting(rule ->
            row(
                texts((MapNode) rule, "apiGroups"),
                texts((MapNode) rule, "resources"),
                texts((MapNode) rule, "verbs")))
        .containsExactlyElementsOf(rows);
  }

  private static String row(String group, String resources, String verbs) {
    return group + " | " + resources.strip() + " | " + verbs.strip();
  }

  private static String texts(MapNode rule, String field) {
    ListNode list = FieldPath.of(field).list(rule).orElseThrow();
    return String.join(", ", list.items().stream().map(Object::toString).toList());
  }

  /** Section 3: names, and what is released from where. */
  @ParameterizedTest
  @CsvSource({"dev,dev", "staging,main", "production,1.2.3"})
  void runsTheImagesOfTheDocument(String environment, String tag) {
    assertThat(objects("Deployment", render(environment)).stream().map(OperatorsChartTest::image))
        .containsExactlyInAnyOrder(
            "ghcr.io/ameideio/domain-operator:" + tag,
            "ghcr.io/ameideio/process-operator:" + tag,
            "ghcr.io/ameideio/agent-operator:" + tag,
            "ghcr.io/ameideio/uisurface-operator:" + tag);
  }

  private static String image(MapNode deployment) {
    ListNode containers =
        FieldPath.of("spec", "template", "spec", "containers").list(deployment).orElseThrow();
    return FieldPath.of("image").text((MapNode) containers.items().getFirst()).orElseThrow();
  }

  /** Phase 2: what differs between the environments. */
  @Test
  void theEnvironmentsAreAsTheDocumentWantsThem() {
    assertThat(render("dev")).contains("tolerations:");
    assertThat(render("staging")).doesNotContain("tolerations:");
    String production = render("production");
    assertThat(production).contains("replicas: 2").doesNotContain("replicas: 1\n");
    for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy", "ServiceMonitor")) {
      assertThat(objects(kind, production)).as(kind).hasSize(4);
      assertThat(objects(kind, render("dev"))).as(kind).isEmpty();
    }
    assertThat(objects("PrometheusRule", production)).hasSize(1);
  }

  /** As the command that Argo CD would run on the same chart and value files prints it. */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production", "local"})
  void theComponentRendersWhatHelmRenders(String environment) throws IOException {
    String recorded = "test-clusters/goldens/components/foundation-ameide-operators-" + environment;
    String expected =
        Files.readString(CommandRun.PROJECT.resolve(recorded).resolve("expected.yaml"));
    assertThat(documents(render(environment))).isEqualTo(documents(expected));
  }

  @Test
  void printsNoNotes() throws IOException {
    CommandRun run =
        CommandRun.in(CommandRun.EXAMPLE, "template", "ameide", "operators/helm", "--skip-tests");
    assertThat(Files.readString(CHART.resolve("templates/NOTES.txt"))).contains("kubectl get crd");
    assertThat(run.out()).isNotEmpty().doesNotContain("kubectl get crd").doesNotContain("NOTES");
  }

  private static String render(String environment) {
    CommandRun run =
        CommandRun.in(CommandRun.EXAMPLE, "render", COMPONENT, "--environment=" + environment);
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private static List<String> documents(String stream) {
    return YamlReader.of(Dialect.HELM).all(stream, "objects.yaml").stream()
        .filter(MapNode.class::isInstance)
        .map(OperatorsChartTest::written)
        .toList();
  }

  private static List<MapNode> objects(String kind, String stream) {
    return YamlReader.of(Dialect.HELM).all(stream, "objects.yaml").stream()
        .filter(MapNode.class::isInstance)
        .map(MapNode.class::cast)
        .filter(object -> FieldPath.of("kind").text(object).orElse("").equals(kind))
        .toList();
  }

  private static MapNode only(String kind, String stream) {
    List<MapNode> found = objects(kind, stream);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static MapNode map(String text) {
    return (MapNode) YamlReader.of(Dialect.HELM).first(text, "document.yaml");
  }

  private static String written(Node node) {
    return YamlWriter.goYamlV2().write(node);
  }
}
