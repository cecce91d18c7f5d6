package io.agentsrender.gitops.layering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentReader;
import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueLayersTest {
  private static final String CHART =
      "chart:\n  repoURL: https://git.example/gitops.git\n  path: sources/charts/web\n";

  private final Map<String, Content> files = new HashMap<>();
  private String settings = "";
  private String folder = "environments/_shared/components/platform/web";

  private ValueLayersTest have(String... paths) {
    for (String path : paths) {
      files.put(path, Content.ofText(""));
    }
    return this;
  }

  private ValueLayersTest settings(String yaml) {
    settings = yaml;
    return this;
  }

  private List<String> layers(String environment, String component) {
    return names(environment, component).stream()
        .map(file -> String.join(" | ", file.candidates()))
        .toList();
  }

  private List<ValueFileName> names(String environment, String text) {
    Component component =
        ComponentReader.read(Content.ofText(text), folder + "/component.yaml", new ArrayList<>());
    RepositorySettings read =
        RepositorySettingsReader.read(
            Content.ofText(settings), "agents-render.yaml", new ArrayList<>());
    return new ValueLayers(SourceTree.of(files), read)
        .files(
            new ValueLayers.Wanted(
                component,
                folder,
                Optional.of("sources/charts/web"),
                Optional.of(environment).filter(name -> !name.isEmpty()),
                ""),
            (Chart) component.source());
  }

  private static String web(String more) {
    return "name: web\nproject: ameide\ndomain: platform\n" + CHART + more;
  }

  @Test
  void sharedValuesComeBeforeThoseOfTheEnvironment() {
    have("sources/values/dev/platform/web.yaml");
    assertThat(layers("dev", web("")))
        .containsExactly(
            "/sources/values/_shared/platform/web.yaml", "/sources/values/dev/platform/web.yaml");
  }

  @Test
  void findsTheFolderOfEnvironments() {
    have("sources/values/env/dev/platform/web.yaml");
    assertThat(layers("dev", web("")))
        .containsExactly(
            "/sources/values/_shared/platform/web.yaml",
            "/sources/values/env/dev/platform/web.yaml");
  }

  @Test
  void twoLayoutsForOneEnvironmentAreAnError() {
    have("sources/values/env/dev/platform/web.yaml", "sources/values/dev/platform/other.yaml");
    assertThatThrownBy(() -> layers("dev", web("")))
        .hasMessageContaining(
            "they are in two layouts: sources/values/dev and sources/values/env/dev");
    settings("values: {layout: shared-environment}");
    assertThat(layers("dev", web(""))).contains("/sources/values/dev/platform/web.yaml");
  }

  @Test
  void takesTheLayersOfGlobals() {
    settings(
        """
        values: {layout: globals}
        environments:
          dev: {clusterType: k3d, nodeProfile: small}
          local: {valuesEnvironment: dev}
        """);
    assertThat(layers("dev", web("")))
        .containsExactly(
            "/sources/values/base/globals.yaml",
            "/sources/values/cluster/k3d/globals.yaml",
            "/sources/values/env/dev/globals.yaml",
            "/config/node-profiles/small.yaml",
            "/sources/values/_shared/platform/web.yaml",
            "/sources/values/env/dev/platform/web.yaml");
    assertThat(layers("local", web("")))
        .containsExactly(
            "/sources/values/base/globals.yaml",
            "/sources/values/env/dev/globals.yaml",
            "/sources/values/_shared/platform/web.yaml",
            "/sources/values/env/dev/platform/web.yaml");
    String clusterWide =
        "name: cnpg\nproject: p\ndomain: cluster\nnamespace: cnpg-system\n" + CHART;
    assertThat(layers("", clusterWide))
        .containsExactly(
            "/sources/values/cluster/globals.yaml", "/sources/values/_shared/cluster/cnpg.yaml");
  }

  @Test
  void takesLayersOfItsOwn() {
    settings(
        """
        values:
          root: values
          layers: ["all.yaml", "{{ .domain }}/{{ .name }}.{{ .env }}.yaml", "/top/{{ .namespace }}.yaml"]
        environments:
          dev: {namespace: ameide-dev}
        """);
    assertThat(layers("dev", web("")))
        .containsExactly(
            "/values/all.yaml", "/values/platform/web.dev.yaml", "/top/ameide-dev.yaml");
  }

  @Test
  void aMissingEnvironmentListsThoseFound() {
    have("sources/values/dev/x.yaml", "sources/values/env/qa/x.yaml", "sources/values/_shared/x");
    settings("environments: {production: {namespace: ameide-prod}}");
    assertThatThrownBy(() -> layers("", web("")))
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems().getFirst().advice().orElseThrow())
                    .endsWith("Environments found: dev, production, qa."));
    assertThatThrownBy(() -> layers("prodution", web("")))
        .hasMessageContaining("there is no such environment")
        .isInstanceOfSatisfying(
            RenderException.class,
            e ->
                assertThat(e.problems().getFirst().advice().orElseThrow())
                    .isEqualTo(
                        "Did you mean \"production\"? Environments found: dev, production, qa."));
  }

  @Test
  void aComponentOfAnEnvironmentsFolderBelongsToIt() {
    have("sources/values/dev/platform/web.yaml", "sources/values/staging/x.yaml");
    folder = "environments/dev/components/platform/web";
    assertThat(layers("", web(""))).contains("/sources/values/dev/platform/web.yaml");
    assertThatThrownBy(() -> layers("staging", web("")))
        .hasMessageContaining("it belongs to environment \"dev\", not \"staging\"");
  }

  @Test
  void valueFilesOfTheComponentReplaceTheLayers() {
    have("sources/values/dev/platform/web.yaml");
    String component =
        web(
            """
            valueFiles:
              - $values/sources/values/_shared/platform/web.yaml
              - gitops/ameide-gitops/sources/values/{{ .env }}/{{.domain}}/web.yaml
              - values-{{ .valuesEnvironment }}.yaml
              - ../common.yaml
              - /top.yaml
            ignoreMissingValueFiles: false
            """
                .indent(2));
    assertThat(layers("dev", component))
        .containsExactly(
            "$values/sources/values/_shared/platform/web.yaml",
            "/sources/values/dev/platform/web.yaml",
            "/environments/_shared/components/platform/web/values-dev.yaml | /values-dev.yaml"
                + " | /sources/charts/web/values-dev.yaml",
            "/environments/_shared/components/platform/web/../common.yaml"
                + " | /sources/charts/web/../common.yaml",
            "/top.yaml");
    assertThat(names("dev", component)).noneMatch(ValueFileName::mayBeMissing);
  }

  @Test
  void anOldPrefixThatIsAFolderHereIsThatFolder() {
    have("gitops/ameide-gitops/values.yaml", "sources/values/dev/x.yaml");
    assertThat(layers("dev", web("  valueFiles: [gitops/ameide-gitops/values.yaml]\n")).getFirst())
        .startsWith("/environments/_shared/components/platform/web/gitops/ameide-gitops/");
  }

  @Test
  void appendsWhereSettingsSaySo() {
    have("sources/values/dev/platform/web.yaml");
    settings("values: {componentFiles: append}");
    assertThat(layers("dev", web("  valueFiles: [$values/extra.yaml, dropped.yaml]\n")))
        .containsExactly(
            "/sources/values/_shared/platform/web.yaml",
            "/sources/values/dev/platform/web.yaml",
            "$values/extra.yaml");
  }

  @Test
  void refusesUnknownPlaceholders() {
    have("sources/values/dev/platform/web.yaml");
    assertThatThrownBy(
            () -> layers("dev", web("  valueFiles: ['$values/{{ .enviroment }}.yaml']\n")))
        .hasMessageContaining("has the unknown placeholder \"enviroment\"");
    assertThatThrownBy(() -> layers("dev", web("  valueFiles: ['$values/{{ if .env }}.yaml']\n")))
        .hasMessageContaining("which is more than a placeholder");
    assertThatThrownBy(
            () -> layers("dev", web("  valueFiles: ['$values/{{ .namespace }}.yaml']\n")))
        .hasMessageContaining("needs namespace, which has no value here");
  }
}
