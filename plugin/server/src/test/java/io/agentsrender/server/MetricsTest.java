package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.render.Engine;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.LogCapture;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.metrics.CallMetrics;
import io.agentsrender.server.metrics.MetricsPage;
import io.agentsrender.server.plugin.PluginDefinition;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a server through HTTP. */
@Timeout(60)
class MetricsTest {
  private static final String CANARY = "s3cr3t-canary";
  private static final Sending SENDING =
      Sending.of(new Checkout().configMap("app/c.yaml", "web", CANARY), "web", "app");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicBoolean healthy = new AtomicBoolean(true);
  @TempDir private Path sockets;

  @Test
  void countsWhatWasRenderedAndWhatFailed() throws Exception {
    ServerConfig config =
        new ServerConfig(
            List.of(PluginDefinition.DEFAULT),
            sockets,
            ServerLimits.defaults(),
            Map.of(),
            "0.0.0-test",
            List.of());
    LogCapture log = new LogCapture();
    try (PluginServer server =
            PluginServer.start(config, new Engine()::render, new CallMetrics(registry, log));
        FakeRepoServer repoServer = new FakeRepoServer(server.sockets().getFirst().path());
        MetricsPage page = MetricsPage.open(0, registry, healthy::get)) {
      repoServer.generate(SENDING).join();
      repoServer.generate(SENDING).join();
      assertThatThrownBy(() -> repoServer.generate(SENDING.withPath("missing")).join())
          .hasMessageContaining("missing");
      log.await("render failed");
      // The answer is on its way before the call is counted.
      Patience.until(
          "both renders are counted",
          () -> log.text().lines().filter(line -> line.contains("\"rendered\"")).count() == 2);
      String text = get(page, "/metrics").body();
      assertThat(text)
          .contains("agents_render_calls_total{call=\"GenerateManifest\",outcome=\"done\"} 2.0")
          .contains("agents_render_calls_total{call=\"GenerateManifest\",outcome=\"failed\"} 1.0")
          .contains("agents_render_failures_total{cause=\"content\"} 1.0")
          .contains("agents_render_objects_total 2.0")
          .contains("agents_render_stage_seconds_count{stage=\"render\"} 3")
          .doesNotContain(CANARY);
      assertThat(get(page, "/healthz").statusCode()).isEqualTo(200);
      healthy.set(false);
      assertThat(get(page, "/healthz").statusCode()).isEqualTo(503);
    }
  }

  private static HttpResponse<String> get(MetricsPage page, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + page.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
