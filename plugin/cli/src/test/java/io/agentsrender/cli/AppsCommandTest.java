package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code apps}, as people use it. */
class AppsCommandTest {
  private static final String OWN = "https://git.example/team/gitops.git";

  @TempDir private Path folder;

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CommandRun apps(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "apps";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.in(folder, all);
  }

  private static String configMap(String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
  }

  @BeforeEach
  void repository() {
    write("agents-render.yaml", "repositories: {\"" + OWN + "\": .}\n");
    write("parts/web/a.yaml", configMap("web"));
    write("parts/db/a.yaml", configMap("db"));
    write("parts/late/a.yaml", configMap("late"));
    write(
        "apps/set.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: tiers}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          strategy:
            type: RollingSync
            deletionOrder: Reverse
            rollingSync:
              steps:
                - matchExpressions: [{key: rollout-phase, operator: In, values: ["110"]}]
                - matchExpressions: [{key: rollout-phase, operator: In, values: ["150", "155"]}]
          generators:
            - list:
                elements:
                  - {name: web, phase: "150"}
                  - {name: db, phase: "110"}
          template:
            metadata:
              name: "dev-{{.name}}"
              labels: {rollout-phase: "{{.phase}}"}
            spec:
              project: default
              destination: {name: in-cluster, namespace: apps}
              source: {repoURL: "https://git.example/team/gitops", targetRevision: main, path: "parts/{{.name}}"}
              syncPolicy: {syncOptions: [ServerSideApply=true]}
              ignoreDifferences: [{kind: ConfigMap, jsonPointers: [/data]}]
        """);
    write(
        "apps/late.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata:
          name: late
          labels: {layer: "40", wave: wave31}
          annotations: {argocd.argoproj.io/sync-wave: "-2"}
        spec:
          project: default
          destination: {name: in-cluster, namespace: late}
          source: {repoURL: "https://git.example/team/gitops.git", targetRevision: main, path: parts/late}
        """);
    write(
        "infra/helmfile.yaml", "## RENDER-ONLY\nhelmfiles:\n  - path: helmfiles/22-control.yaml\n");
    write(
        "infra/helmfiles/22-control.yaml",
        "## RENDER-ONLY\nreleases:\n  - {name: web, namespace: apps, chart: ./web}\n");
  }

  @Test
  void listsWhatStandsInFilesAndWhatApplicationSetsMake() {
    CommandRun run = apps("apps");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "APPLICATION NAMESPACE PROJECT PHASE STEP WAVE DELETION SET SOURCE",
            "late late default - - -2 - - parts/late of " + OWN + " at main",
            "dev-web apps default 150 2 0 reverse tiers"
                + " parts/web of https://git.example/team/gitops at main",
            "dev-db apps default 110 1 0 reverse tiers"
                + " parts/db of https://git.example/team/gitops at main");
  }

  @Test
  void ordersByStepPhaseAndWave() {
    assertThat(apps("apps", "--order", "-o", "name").out()).isEqualTo("dev-db\ndev-web\nlate\n");
  }

  @ParameterizedTest
  @CsvSource({
    "22, dev-web",
    "150, dev-web",
    "11x, dev-db",
    "1xx, dev-web dev-db",
    "40, late",
    "wave31, late",
  })
  void choosesALayer(String layer, String names) {
    CommandRun run = apps("apps", "--layer", layer, "-o", "name");
    assertThat(run.out().lines()).containsExactly(names.split(" "));
  }

  @Test
  void aLayerWithoutApplicationsIsAnError() {
    CommandRun run = apps("apps", "--layer", "99");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("layer 99").contains("none of 3 is in it");
  }

  @Test
  void rendersEveryObjectBelowItsApplication() {
    CommandRun run = apps("apps", "--render", "--order");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            # Application dev-db
            # rollout: ApplicationSet tiers, step 1, phase 110, deleted in reverse order
            # syncOptions: ServerSideApply=true
            # ignoreDifferences: {"jsonPointers":["/data"],"kind":"ConfigMap"}
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: db
            ---
            # Application dev-web
            # rollout: ApplicationSet tiers, step 2, phase 150, deleted in reverse order
            # syncOptions: ServerSideApply=true
            # ignoreDifferences: {"jsonPointers":["/data"],"kind":"ConfigMap"}
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
            ---
            # Application late
            # rollout: wave -2
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: late
            """);
    assertThat(apps("apps", "--render", "-o", "name").out())
        .isEqualTo("late: ConfigMap/late\ndev-web: ConfigMap/web\ndev-db: ConfigMap/db\n");
  }

  @Test
  void jsonCarriesRolloutSyncOptionsAndIgnoredDifferences() {
    for (String[] arguments :
        List.of(
            new String[] {"apps", "-o", "json"}, new String[] {"apps", "-o", "json", "--render"})) {
      List<Map<?, ?>> lines = apps(arguments).out().lines().map(AppsCommandTest::json).toList();
      assertThat(lines).hasSize(3);
      assertThat(lines.get(1).get("name")).isEqualTo("dev-web");
      assertThat(lines.get(1).get("rollout"))
          .isEqualTo(
              Map.of(
                  "applicationSet", "tiers",
                  "step", 2L,
                  "phase", "150",
                  "wave", 0L,
                  "deletionOrder", "Reverse"));
      assertThat(lines.get(1).get("syncOptions")).isEqualTo(List.of("ServerSideApply=true"));
      assertThat(lines.get(1).get("ignoreDifferences"))
          .isEqualTo(List.of(Map.of("kind", "ConfigMap", "jsonPointers", List.of("/data"))));
    }
    assertThat(json(apps("apps/late.yaml", "--render", "-o", "json").out()).get("sources"))
        .isEqualTo(List.of(Map.of("source", "parts/late of " + OWN + " at main", "objects", "1")));
  }

  private static Map<?, ?> json(String line) {
    return (Map<?, ?>)
        Objects.requireNonNull(JsonShape.of(YamlReader.of(Dialect.HELM).first(line, "line.json")));
  }

  @Test
  void anApplicationOfAnotherRepositoryIsListedUntilSomebodySaysWhereItIs() throws IOException {
    write(
        "apps/other.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: other}
        spec:
          project: default
          destination: {name: in-cluster, namespace: other}
          source: {repoURL: "https://git.example/other.git", path: deploy}
        """);
    assertThat(apps("apps", "-o", "name").out()).contains("other\n");
    CommandRun without = apps("apps/other.yaml", "--render", "-o", "table");
    assertThat(without.code()).isZero();
    assertThat(without.out()).contains("its repository is not at hand");
    assertThat(without.err())
        .contains("warning: Application other: rendering deploy of https://git.example/other.git")
        .contains("at:  apps/other.yaml:7:")
        .contains("--repository https://git.example/other.git=FOLDER");
    write("elsewhere/deploy/a.yaml", configMap("from-elsewhere"));
    CommandRun with =
        apps(
            "apps/other.yaml",
            "--render",
            "-o=name",
            "--repository",
            "https://git.example/other=elsewhere");
    assertThat(with.err()).isEmpty();
    assertThat(with.out()).isEqualTo("other: ConfigMap/from-elsewhere\n");
  }

  @Test
  void whatIsForAnotherPluginIsLeftToIt() {
    write(
        "apps/other.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: other}
        spec:
          project: default
          destination: {name: in-cluster, namespace: other}
          source: {repoURL: "https://git.example/team/gitops.git", path: parts/web, plugin: {name: lovely}}
        """);
    CommandRun run = apps("apps/other.yaml", "--render", "-o", "table");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("the plugin \"lovely\" renders it");
  }

  @Test
  void oneBrokenApplicationDoesNotDisturbTheOthers() {
    write(
        "apps/broken.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: broken}
        spec:
          project: default
          destination: {name: in-cluster, namespace: broken}
          source: {repoURL: "https://git.example/team/gitops.git", path: parts/none}
        """);
    CommandRun run = apps("apps", "--render", "-o", "name");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("error: Application broken: rendering parts/none")
        .contains("why: parts/none: app path does not exist")
        .contains("at:  apps/broken.yaml:7:");
    assertThat(run.out()).contains("late: ConfigMap/late").contains("dev-db: ConfigMap/db");
  }

  @Test
  void anApplicationSetThatCannotBeExpandedNamesItselfAndItsPlace() {
    write(
        "apps/wrong.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: wrong}
        spec:
          goTemplate: true
          goTemplateOptions: ["missingkey=error"]
          generators: [{list: {elements: [{name: a}]}}]
          template:
            metadata: {name: "{{.nmae}}"}
            spec: {project: default}
        """);
    CommandRun run = apps("apps", "-o", "name");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("error: ApplicationSet wrong: ").contains("apps/wrong.yaml:9:");
    assertThat(run.out()).isEqualTo("late\ndev-web\ndev-db\n");
  }

  @Test
  void clustersComeFromTheirSecrets() {
    write(
        "apps/set.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: everywhere}
        spec:
          goTemplate: true
          generators: [{clusters: {selector: {matchLabels: {tier: edge}}}}]
          template:
            metadata: {name: "{{.name}}-web"}
            spec:
              project: default
              destination: {server: "{{.server}}", namespace: web}
              source: {repoURL: "https://git.example/team/gitops.git", path: parts/web}
        """);
    write(
        "clusters.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: edge-1
          labels: {argocd.argoproj.io/secret-type: cluster, tier: edge}
        stringData: {name: edge-1, server: "https://edge-1.example"}
        ---
        apiVersion: v1
        kind: Secret
        metadata:
          name: core
          labels: {argocd.argoproj.io/secret-type: cluster, tier: core}
        data: {name: Y29yZQ==, server: aHR0cHM6Ly9jb3JlLmV4YW1wbGU=}
        """);
    CommandRun run = apps("apps", "-o", "name", "--clusters", "clusters.yaml");
    assertThat(run.out()).isEqualTo("late\nedge-1-web\n");
    CommandRun missing = apps("apps", "--clusters", "none.yaml");
    assertThat(missing.code()).isEqualTo(ExitCode.FAILED);
    assertThat(missing.err()).contains("there is no file none.yaml");
  }

  /** What Argo CD makes of it stands beside the case; Helm's dependency build was run for it. */
  @Test
  void missingDependenciesAreBuiltFromFolders() throws IOException {
    Path suite = CommandRun.PROJECT.resolve("test-clusters/goldens/applications");
    Path one = suite.resolve("cases/helm-dependency-built");
    Files.copy(one.resolve("application.yaml"), folder.resolve("application.yaml"));
    CommandRun run =
        apps(
            "application.yaml",
            "--render",
            "-o=json",
            "--repository",
            "https://git.example/gitops.git=" + suite.resolve("repositories/gitops"));
    assertThat(run.err()).isEmpty();
    assertThat(json(run.out()).get("objects"))
        .isEqualTo(
            JsonShape.of(
                YamlReader.of(Dialect.HELM)
                    .first(Files.readString(one.resolve("expected.yaml")), "expected.yaml")));
  }

  @Test
  void nothingFoundIsAnError() {
    CommandRun run = apps("parts");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("there are none");
    assertThat(apps("apps", "--no-such-flag").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void helpShowsExamples() {
    CommandRun run = apps("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("agents-render apps environments/dev --render --layer 22")
        .contains("Exit codes: 0 done; 1 ");
  }
}
