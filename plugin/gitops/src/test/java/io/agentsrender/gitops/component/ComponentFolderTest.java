package io.agentsrender.gitops.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentFolderTest {
  private static final String PLAIN = "name: demo\nproject: ameide\ndomain: platform\n";
  private static final String CHART =
      PLAIN + "chart:\n  repoURL: https://git.example/c.git\n  path: charts/demo\n";
  private static final String MANIFEST =
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: demo\n";

  private static void check(String component, Map<String, String> beside) {
    Map<String, Content> files = new LinkedHashMap<>();
    files.put("demo/component.yaml", Content.ofText(component));
    beside.forEach((name, text) -> files.put("demo/" + name, Content.ofText(text)));
    new ComponentFolder(SourceTree.of(files), "demo")
        .requireOneSource(
            ComponentReader.read(
                Content.ofText(component), "demo/component.yaml", new ArrayList<>()));
  }

  @Test
  void aChartMayHaveItsValueFilesBeside() {
    assertThatCode(() ->
            check(
                CHART, Map.of("values.yaml", "a: 1\n", "README.md", "", "broken.yaml", "{{ no }}")))
        .doesNotThrowAnyException();
  }

  @Test
  void manifestsAndKustomizationsAreSources() {
    assertThatCode(() -> check(PLAIN, Map.of("manifests.yaml", MANIFEST)))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(PLAIN, Map.of("kustomization.yaml", "resources: []\n")))
        .doesNotThrowAnyException();
  }

  @Test
  void aChartBesideManifestsIsTwoSources() {
    assertThatThrownBy(() ->
            check(
                CHART, Map.of("manifests.yaml", MANIFEST, "kustomization.yaml", "resources: []\n")))
        .isInstanceOfSatisfying(
            RenderException.class,
            e -> {
              assertThat(e.problems()).hasSize(2);
              assertThat(e.problems().getFirst().reason())
                  .isEqualTo(
                      "it has a chart (demo/component.yaml:5:12), and kustomization.yaml stands"
                          + " beside it");
            });
  }

  @Test
  void aComponentWithoutAnythingIsAnError() {
    assertThatThrownBy(() -> check(PLAIN, Map.of("notes.yaml", "a: 1\n")))
        .hasMessageContaining("it has no chart, and no manifests stand beside it");
  }

  @Test
  void aDisabledComponentIsNotFound() {
    SourceTree tree = SourceTree.of(Map.of("demo/component.disabled.yaml", Content.ofText(CHART)));
    assertThat(ComponentFile.isIn(tree, "demo")).isFalse();
    assertThat(ComponentFile.isDisabledIn(tree, "demo")).isTrue();
  }
}
