package io.agentsrender.server.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestRequestMetadata;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.budget.Budget;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
  private static final SourceTree TREE =
      SourceTree.of(Map.of("apps/web/values.yaml", Content.ofText("a: 1\n")));

  private static RenderRequest read(Sending sending, Map<String, String> sidecar) {
    return new RequestReader(sidecar).read(sending.metadata(), TREE, Budget.DEFAULT);
  }

  private static RenderRequest read(Sending sending) {
    return read(sending, Map.of());
  }

  private static Sending web() {
    return Sending.of(new byte[0], "web", "apps/web");
  }

  /** Without the variable that every release since 2.6 sends. */
  private static Sending withoutJson() {
    ManifestRequestMetadata.Builder metadata = web().metadata().toBuilder();
    metadata.removeEnv(metadata.getEnvCount() - 1);
    return web().withMetadata(metadata.build());
  }

  @Test
  void readsTheFacts() {
    RenderRequest request = read(web());
    assertThat(request.path()).isEqualTo("apps/web");
    assertThat(request.application().name()).isEqualTo("web");
    assertThat(request.application().namespace()).isEqualTo("production");
    assertThat(request.application().project()).isEqualTo("default");
    assertThat(request.application().revision()).startsWith("5a1bd0ae");
    assertThat(request.cluster().kubeVersion()).contains("1.33.1");
    assertThat(request.cluster().apiVersions())
        .containsExactly("apps/v1", "apps/v1/Deployment", "v1", "v1/ConfigMap");
  }

  @Test
  void theRequestHidesTheSidecarAndTheLastEntryCounts() {
    Sending sending =
        web()
            .with("ARGOCD_ENV_STAGE", "first")
            .with("ARGOCD_ENV_STAGE", "last")
            .with("ARGOCD_ENV_EMPTY", "")
            .with("", "nameless")
            .with("KUBE_VERSION", "");
    RenderRequest request =
        read(
            sending,
            Map.of(
                "ARGOCD_ENV_STAGE", "sidecar",
                "ARGOCD_ENV_EMPTY", "sidecar",
                "ARGOCD_ENV_REGION", "eu",
                "PASSWORD", "hunter2",
                "ARGOCD_APP_NAME", "sidecar"));
    assertThat(request.application().environment())
        .containsEntry("ARGOCD_ENV_STAGE", "last")
        .containsEntry("ARGOCD_ENV_EMPTY", "")
        .containsEntry("ARGOCD_ENV_REGION", "eu")
        .doesNotContainKeys("PASSWORD", "");
    assertThat(request.application().name()).isEqualTo("web");
    assertThat(request.cluster().kubeVersion()).isEmpty();
  }

  @Test
  void readsParametersOfEveryKind() {
    RenderRequest request =
        read(
            web()
                .withParameters(
                    """
                    [{"name": "values-files", "array": ["a.yaml", "b.yaml"], "string": "x"},
                     {"name": "values", "string": "a: 1"},
                     {"name": "skip-crds", "string": "true"},
                     {"name": "set", "map": {"image.tag": "1.10", "b": "yes"}, "array": []}]
                    """)
                .with("PARAM_VALUES", "other"));
    assertThat(request.parameters().array(ParameterTable.VALUES_FILES))
        .containsExactly("a.yaml", "b.yaml");
    assertThat(request.parameters().string(ParameterTable.VALUES)).contains("a: 1");
    assertThat(request.parameters().isTrue(ParameterTable.SKIP_CRDS)).isTrue();
    assertThat(request.parameters().map(ParameterTable.SET))
        .containsExactly(Map.entry("image.tag", "1.10"), Map.entry("b", "yes"));
  }

  @Test
  void readsVariablesWhereTheJsonIsMissing() {
    RenderRequest request =
        read(
            withoutJson()
                .with("PARAM_VALUES_FILES_0", "a.yaml")
                .with("PARAM_VALUES_FILES_1", "b.yaml")
                .with("PARAM_VALUES_FILES_3", "not reached")
                .with("PARAM_RELEASE_NAME", "web"));
    assertThat(request.parameters().array(ParameterTable.VALUES_FILES))
        .containsExactly("a.yaml", "b.yaml");
    assertThat(request.parameters().string(ParameterTable.RELEASE_NAME)).contains("web");
    assertThat(request.parameters().string(ParameterTable.VALUES)).isEmpty();
  }

  @Test
  void refusesAMapOfWhichTheKeysAreLost() {
    assertThatThrownBy(() -> read(withoutJson().with("PARAM_SET_IMAGE_TAG", "1")))
        .hasMessageContaining("the map \"set\" cannot be read from PARAM_SET_*");
    assertThatThrownBy(() -> read(withoutJson().with("PARAM_SET_STRING_IMAGE_TAG", "1")))
        .hasMessageContaining("the map \"set-string\" cannot be read");
  }

  @Test
  void theRootIsADot() {
    assertThat(read(Sending.of(new byte[0], "web", ".")).path()).isEmpty();
  }

  @Test
  void anArchiveOfOneFolderStandsAtItsPlaceInTheRepository() {
    Sending cut = web().with("ARGOCD_APP_SOURCE_PATH", "team/apps/web");
    RenderRequest request = read(cut);
    assertThat(request.path()).isEqualTo("team/apps/web");
    assertThat(request.tree().file("team/apps/web/values.yaml")).isPresent();
    assertThat(request.tree().list("")).containsExactly("team");
    assertThat(request.tree().list("team/apps")).containsExactly("web");
    assertThat(request.tree().isFolder("team")).isTrue();
    assertThat(request.tree().file("team")).isEmpty();
    assertThat(request.tree().realPath("team/apps/web/values.yaml"))
        .contains("team/apps/web/values.yaml");
    assertThat(request.tree().file("agents-render.yaml")).isEmpty();
    assertThatThrownBy(() -> request.tree().file("base/values.yaml"))
        .hasMessageContaining("it is not in what Argo CD sent");
    assertThatThrownBy(() -> request.tree().isFolder("shared"))
        .satisfies(e ->
            assertThat(((io.agentsrender.source.RenderException) e).problems().getFirst().advice())
                .get()
                .asString()
                .contains("manifest-generate-paths", "no space beside its semicolons"));
  }

  @Test
  void aPathThroughALinkIsNoCut() {
    Sending linked = web().with("ARGOCD_APP_SOURCE_PATH", "current/web");
    assertThat(read(linked).tree()).isSameAs(TREE);
  }
}
