package io.agentsrender.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the text that a chart renders, once it is read as objects. */
class ReleaseObjectsTest {
  private static final String CONFIG_MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  text: |\n    last line\n";

  /**
   * Helm cuts documents off before their last line end and prints one again, so that Argo CD reads
   * it: seen by test-clusters/repo-server-client, which has both render the example.
   */
  @Test
  void aBlockScalarAtTheEndOfADocumentKeepsItsLineEnd() {
    SourceTree tree =
        SourceTree.of(
            Map.of(
                "Chart.yaml",
                Content.ofText("apiVersion: v2\nname: web\nversion: 1.0.0\n"),
                "templates/c.yaml",
                Content.ofText(
                    CONFIG_MAP + "\n---\n" + CONFIG_MAP.replace("{name: c}", "{name: d}"))));
    RenderResult result =
        new Engine().render(RenderRequest.of(tree, "", Application.of("web", "default")));
    assertThat(result.problems()).isEmpty();
    assertThat(result.objects())
        .hasSize(2)
        .allSatisfy(object ->
            assertThat(JsonWriter.compact().write(object.node()))
                .contains("\"text\":\"last line\\n\""));
  }
}
