package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a chart's author says with {@code fail} is what the user of Argo CD reads first; then where,
 * from what, and no trace of this program's stack. {@code helm template guarded chart} of 3.19.4
 * and 4.2.1 say of the same chart:
 *
 * <pre>{@code
 * Error: execution error at (guarded/templates/deployment.yaml:6:15): replicas is 0, and at least 1 is needed:
 * set it in values.yaml
 * }</pre>
 */
@Timeout(300)
class ChartFailureTest {
  private static final Checkout CHECKOUT =
      new Checkout()
          .file("chart/Chart.yaml", "apiVersion: v2\nname: guarded\nversion: 1.0.0\n")
          .file("chart/values.yaml", "replicas: 0\n")
          .file(
              "chart/templates/_guard.tpl",
              """
              {{- define "guarded.replicas" -}}
              {{- if lt (int .Values.replicas) 1 }}
                {{- fail (printf "replicas is %v, and at least 1 is needed:\\nset it in values.yaml" .Values.replicas) }}
              {{- end -}}
              {{- .Values.replicas -}}
              {{- end -}}
              """)
          .file(
              "chart/templates/deployment.yaml",
              """
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: guarded
              spec:
                replicas: {{ include "guarded.replicas" . }}
              """)
          .configMap("app/c.yaml", "web", "yes");

  @Test
  void theChartsOwnWordsComeFirstAndTheirPlaceAfterThem() {
    try (TestServer server = TestServer.start();
        FakeRepoServer repoServer = server.connect()) {
      assertThatThrownBy(() -> repoServer.generate(Sending.of(CHECKOUT, "guarded", "chart")).join())
          .cause()
          .hasMessage(
              """
              UNKNOWN: replicas is 0, and at least 1 is needed:
              set it in values.yaml (chart/templates/_guard.tpl:3:7)
                3 | {{- fail (printf "replicas is %v, and at least 1 is needed:\\nset it in values.yaml" .Values.replicas) }}
                include "guarded.replicas" . at chart/templates/deployment.yaml:6:16
                while executing template guarded/templates/deployment.yaml
                Look at the template and at the values it reads there.\
              """);
      assertThat(repoServer.generate(Sending.of(CHECKOUT, "web", "app")).join().getManifestsList())
          .hasSize(1);
    }
  }
}
