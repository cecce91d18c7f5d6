package io.agentsrender.server.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.Engine;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestAnswerTest {
  private static final List<KubernetesObject> OBJECTS = objects();

  private static List<KubernetesObject> objects() {
    SourceTree tree =
        SourceTree.of(
            Map.of(
                "b.yaml",
                Content.ofText(
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata: {a: yes <&>}\n"),
                "a.yaml",
                Content.ofText("apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n")));
    Application application = Application.of("web", "default");
    return new Engine().render(RenderRequest.of(tree, "", application)).objects();
  }

  @Test
  void keepsTheOrderAndOneObjectInEachElement() {
    assertThat(ManifestAnswer.of(OBJECTS, 1000).getManifestsList())
        .containsExactly(
            "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"a\"}}",
            "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"yes <&>\"},\"kind\":\"ConfigMap\","
                + "\"metadata\":{\"name\":\"b\"}}");
  }

  @Test
  void saysWhatNoLongerFits() {
    int whole = ManifestAnswer.of(OBJECTS, 1000).getSerializedSize();
    assertThat(ManifestAnswer.of(OBJECTS, whole + 20).getManifestsCount()).isEqualTo(2);
    assertThatThrownBy(() -> ManifestAnswer.of(OBJECTS, whole - 1))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("the 2 objects take more than the " + (whole - 1) + " bytes")
        .hasMessageContaining("ConfigMap/b no longer fits (b.yaml:1:1)");
  }
}
