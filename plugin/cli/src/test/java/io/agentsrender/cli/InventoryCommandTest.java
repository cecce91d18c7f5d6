package io.agentsrender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.JsonShape;
import io.agentsrender.yaml.read.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** {@code inventory}, over a repository with a layer of document 003. */
class InventoryCommandTest {
  private static final String OWN = "https://git.example/team/gitops.git";
  private static final String LAYER = "infra/helmfiles/22-control-plane.yaml";
  private static final String COMPONENTS = "environments/_shared/components/platform/";

  @TempDir private Path folder;

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandRun inventory(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "inventory";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandRun.in(folder, all);
  }

  private void component(String file, String name, String more) {
    write(
        COMPONENTS + file,
        "name: " + name + "\nproject: p\ndomain: platform\nrolloutPhase: \"310\"\n" + more);
  }

  @BeforeEach
  void repository() {
    write(
        "agents-render.yaml",
        "environments: {dev: {namespace: a-dev}, production: {namespace: a-prod}}\n"
            + "repositories: {\""
            + OWN
            + "\": .}\n");
    component(
        "envoy/component.yaml",
        "platform-envoy-gateway",
        """
        chart:
          repoURL: oci://registry.example/envoy
          chart: gateway-helm
          version: 1.5.4
        """);
    component(
        "gateway/component.yaml",
        "platform-gateway",
        "chart: {repoURL: \""
            + OWN
            + "\", path: sources/charts/platform/gateway, version: main}\n");
    component("certificates/component.yaml", "platform-cert-manager-config", "");
    write(
        COMPONENTS + "certificates/manifests.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n");
    component(
        "neo4j/component.disabled.yaml",
        "platform-neo4j",
        "chart: {repoURL: \"https://charts.example\", chart: neo4j, version: 5.0.0}\n");
    for (String file :
        List.of("_shared/platform/platform-gateway", "dev/platform/platform-gateway")) {
      write("sources/values/" + file + ".yaml", "a: 1\n");
    }
    write("sources/values/_shared/platform/platform-envoy-gateway.yaml", "a: 1\n");
    write("sources/values/production/platform/other.yaml", "a: 1\n");
    write("sources/charts/platform/gateway/Chart.yaml", "apiVersion: v2\nname: gateway\n");
    write(
        "infra/helmfile.yaml",
        "## RENDER-ONLY: Argo CD applies, see README\nhelmfiles:\n  - helmfiles/*.yaml\n");
    write(
        LAYER,
        """
        # The control plane.
        ## RENDER-ONLY
        repositories:
          - {name: envoy, url: registry.example/envoy, oci: true}
        releases:
          - name: envoy-gateway
            namespace: envoy
            chart: envoy/gateway-helm
            version: 1.5.4
            values:
              - ../../sources/values/_shared/platform/platform-envoy-gateway.yaml
          - name: platform-gateway
            namespace: gateway
            chart: ../../sources/charts/platform/gateway
            values:
              - ../../sources/values/_shared/platform/platform-gateway.yaml
              - "../../sources/values/{{ .Environment.Name }}/platform/platform-gateway.yaml"
          - name: control-plane-smoke
            chart: ../charts/smoke
            values:
              - replicas: 1
        """);
    write("scripts/render.sh", "#!/bin/sh\n# never helmfile sync here\nhelmfile template | less\n");
  }

  @Test
  void listsComponentsAndReleases() {
    CommandRun run = inventory();
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "LAYER | TIER | NAME | FORM | REPOSITORY | CHART OR PATH | VERSION | VALUE FILES |"
                + " COMPONENT | HELMFILE",
            "22 | - | control-plane-smoke | helmfile only | - | infra/charts/smoke | - |"
                + " (inline values) | - | "
                + LAYER,
            "22 | platform | platform-envoy-gateway | helm | oci://registry.example/envoy |"
                + " gateway-helm | 1.5.4 |"
                + " sources/values/_shared/platform/platform-envoy-gateway.yaml | "
                + COMPONENTS
                + "envoy/component.yaml | "
                + LAYER,
            "22 | platform | platform-gateway | helm | - | sources/charts/platform/gateway | main |"
                + " sources/values/_shared/platform/platform-gateway.yaml,"
                + " sources/values/<env>/platform/platform-gateway.yaml | "
                + COMPONENTS
                + "gateway/component.yaml | "
                + LAYER,
            "- | platform | platform-cert-manager-config | rendered | - | "
                + COMPONENTS
                + "certificates | - | - | "
                + COMPONENTS
                + "certificates/component.yaml | -",
            "- | platform | platform-neo4j | disabled | https://charts.example | neo4j | 5.0.0 | -"
                + " | "
                + COMPONENTS
                + "neo4j/component.disabled.yaml | -");
  }

  @Test
  void aFolderHasItsOwnComponentsOnly() {
    assertThat(inventory(COMPONENTS + "neo4j").out().lines()).hasSize(2);
  }

  @Test
  void jsonHasBothSides() {
    List<Map<?, ?>> lines =
        inventory("-o", "json").out().lines().<Map<?, ?>>map(InventoryCommandTest::json).toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1).get("form")).isEqualTo("helm");
    assertThat(lines.get(1).get("helmfile"))
        .isEqualTo(
            Map.of(
                "file", LAYER,
                "repository", "oci://registry.example/envoy",
                "chart", "gateway-helm",
                "version", "1.5.4",
                "valueFiles",
                    List.of("sources/values/_shared/platform/platform-envoy-gateway.yaml")));
  }

  @Test
  void markdownIsATable() {
    List<String> lines = inventory("-o", "markdown").out().lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines).allMatch(line -> line.startsWith("|") && line.endsWith("|"));
    assertThat(lines.get(1)).isEqualTo("|" + "---|".repeat(10));
    assertThat(lines.get(4)).contains("platform-gateway.yaml<br>sources/values/&lt;env>/");
  }

  @Test
  void whatAgreesPassesTheCheck() {
    CommandRun run = inventory("--check");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "version: 1.5.4; version: 1.5.3; the version of the chart differs: \"1.5.3\" in the"
            + " Helmfile, \"1.5.4\" in; 6",
        "chart: envoy/gateway-helm; chart: envoy/gateway; the chart differs: \"gateway of"
            + " oci://registry.example/envoy\" in the Helmfile, \"gateway-helm of; 6",
        "chart: ../../sources/charts/platform/gateway; chart: ../charts/gateway; the chart differs:"
            + " \"infra/charts/gateway\" in the Helmfile,"
            + " \"sources/charts/platform/gateway\" in; 12",
        "_shared/platform/platform-gateway.yaml; _shared/platform/gateway.yaml; the list of value"
            + " files differs: \"sources/values/_shared/platform/gateway.yaml,; 12",
        "## RENDER-ONLY; ## Apply with care; it does not say that it is never applied; 1",
      })
  void whatDiffersFailsTheCheck(String before, String after, String reason, int line)
      throws IOException {
    String text = Files.readString(folder.resolve(LAYER));
    assertThat(text).contains(before);
    write(LAYER, text.replace(before, after));
    CommandRun run = inventory("--check");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains(reason).contains("at:  " + LAYER + ":" + line + ":");
    assertThat(inventory().code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "scripts/up.sh; helmfile -e dev sync; 1",
        "scripts/up.sh; cd infra && ./bin/helmfile --file x.yaml apply --wait; 1",
        "bin/down; '#!/bin/sh\nexec helmfile destroy'; 2",
        "Makefile; 'all:\n\thelmfile apply'; 2",
        ".github/workflows/deploy.yaml; '- run: helmfile sync'; 1",
      })
  void aScriptThatAppliesAHelmfileFailsTheCheck(String file, String text, int line) {
    write(file, text.replace("\\n", "\n").replace("\\t", "\t"));
    CommandRun run = inventory("--check");
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("which changes a cluster").contains("at:  " + file + ":" + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "scripts/up.sh; helmfile template; ",
        "scripts/up.sh; helmfile diff | apply-nothing; ",
        "scripts/up.sh; '# helmfile sync is forbidden'; ",
        "docs/page.md; helmfile sync; ",
        "scripts/my-helmfile.sh; my-helmfile sync; ",
      })
  void otherCallsPassTheCheck(String file, String text) {
    write(file, text);
    assertThat(inventory("--check").code()).isZero();
  }

  @Test
  void aHelmfileThatIsATemplateIsAnError() {
    write("infra/helmfiles/30-data.yaml", "releases:\n{{- range .Values.all }}\n  - name: x\n");
    CommandRun run = inventory();
    assertThat(run.code()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("infra/helmfiles/30-data.yaml:3:")
        .contains("Keep {{ }} inside of strings");
    assertThat(run.out()).contains("platform-envoy-gateway");
  }

  /** Every release of its thirteen layers has a component, and none differs from it. */
  @Test
  void theExampleAgreesWithItsHelmfiles() {
    CommandRun run = CommandRun.in(CommandRun.EXAMPLE, "inventory", "--check", "-o", "json");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotContain("helmfile only");
    assertThat(run.out().lines().map(line -> json(line).get("layer")).distinct()).hasSize(13);
  }

  private static Map<?, ?> json(String line) {
    return (Map<?, ?>)
        Objects.requireNonNull(JsonShape.of(YamlReader.of(Dialect.HELM).first(line, "line.json")));
  }

  @Test
  void helpShowsExamples() {
    assertThat(inventory("--help").out()).contains("agents-render inventory --check");
  }
}
