package io.agentsrender.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentsrender.proto.plugin.ManifestResponse;
import io.agentsrender.render.Engine;
import io.agentsrender.server.fake.Checkout;
import io.agentsrender.server.fake.FakeRepoServer;
import io.agentsrender.server.fake.LogCapture;
import io.agentsrender.server.fake.Patience;
import io.agentsrender.server.fake.Sending;
import io.agentsrender.server.fake.TestServer;
import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.server.metrics.CallMetrics;
import io.agentsrender.server.metrics.MetricsPage;
import io.agentsrender.server.metrics.ProcessMetrics;
import io.agentsrender.server.metrics.ServerGauges;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.rpc.FailureCause;
import io.agentsrender.source.cache.CacheUsage;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
          .contains("agents_render_stage_seconds_count{stage=\"answer\"} 2")
          .doesNotContain(CANARY);
      assertThat(get(page, "/healthz").statusCode()).isEqualTo(200);
      healthy.set(false);
      assertThat(get(page, "/healthz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void showsWhatIsInFlightAndWhatWaits() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Engine engine = new Engine();
    try (TestServer server =
            TestServer.start(
                ServerLimits.defaults().withParallelism(1),
                request -> {
                  awaitQuietly(go);
                  return engine.render(request);
                });
        FakeRepoServer repoServer = server.connect()) {
      ServerGauges.register(
          registry,
          () -> server.server().usage().rendersRunning(),
          () -> server.server().usage().rendersWaiting(),
          () -> server.server().usage().trees());
      try (MetricsPage page = MetricsPage.open(0, registry, healthy::get)) {
        List<CompletableFuture<ManifestResponse>> calls =
            Stream.generate(() -> repoServer.generate(SENDING)).limit(3).toList();
        Patience.until("two wait", () -> server.server().usage().rendersWaiting() == 2);
        assertThat(get(page, "/metrics").body())
            .contains("agents_render_renders_running 1.0")
            .contains("agents_render_renders_waiting 2.0")
            .containsPattern("agents_render_tree_bytes [1-9]")
            .containsPattern("agents_render_heap_used_bytes [1-9]")
            .containsPattern("agents_render_heap_max_bytes [1-9]");
        go.countDown();
        calls.forEach(CompletableFuture::join);
        Patience.until("none runs", () -> server.server().usage().rendersRunning() == 0);
        assertThat(get(page, "/metrics").body())
            .contains("agents_render_renders_running 0.0", "agents_render_renders_waiting 0.0");
      }
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The guide's table and the program name the same metrics. */
  @Test
  void theGuideListsEveryMetric() throws IOException {
    CallMetrics counted = new CallMetrics(registry, new LogCapture());
    ServerGauges.register(registry, () -> 0, () -> 0, () -> new TreeStore.Usage(0, 0, 0, 0));
    ServerGauges.register(registry, Map.of());
    ServerGauges.register(registry, "1");
    counted.info(
        "rendered",
        Map.of(
            "call",
            "GenerateManifest",
            "totalMs",
            1,
            "treeHeld",
            true,
            "cause",
            "content",
            "renderMs",
            1,
            "objects",
            1,
            "answerBytes",
            1,
            "treeBytes",
            1));
    Set<String> metrics = new TreeSet<>();
    for (MetricSnapshot metric : registry.scrape()) {
      String suffix =
          switch (metric) {
            case CounterSnapshot _ -> "_total";
            case InfoSnapshot _ -> "_info";
            default -> "";
          };
      metrics.add(metric.getMetadata().getPrometheusName() + suffix);
    }
    Path guide =
        Path.of(System.getProperty("project.root", "../..")).resolve("argocd-cmp/docs/operate.md");
    Set<String> listed = new TreeSet<>();
    for (String line : Files.readAllLines(guide)) {
      Matcher name = Pattern.compile("`(agents_render_[a-z_]+)`").matcher(line);
      while (line.startsWith("|") && name.find()) {
        listed.add(name.group(1));
      }
    }
    assertThat(listed).isEqualTo(metrics);
    for (String cause : FailureCause.words()) {
      assertThat(guide).content().contains("\n| `" + cause + "` | ");
    }
  }

  /** An alert on the increase of a series misses the first error of one that is not there yet. */
  @Test
  void everySeriesIsThereFromTheStart() throws Exception {
    CallMetrics _ = new CallMetrics(registry, new LogCapture());
    try (MetricsPage page = MetricsPage.open(0, registry, healthy::get)) {
      String text = get(page, "/metrics").body();
      for (String cause : FailureCause.words()) {
        assertThat(text).contains("agents_render_failures_total{cause=\"" + cause + "\"} 0.0\n");
      }
      assertThat(text)
          .contains("agents_render_calls_total{call=\"GenerateManifest\",outcome=\"failed\"} 0.0\n")
          .contains("agents_render_call_seconds_count{call=\"MatchRepository\"} 0\n")
          .contains("agents_render_stage_seconds_bucket{stage=\"policies\",le=\"300.0\"} 0\n")
          .contains("agents_render_trees_total{held=\"true\"} 0.0\n");
    }
  }

  @Test
  void showsWhatIsKeptBetweenRenders() throws Exception {
    AtomicReference<CacheUsage> usage = new AtomicReference<>(new CacheUsage(0, 1, 10));
    ServerGauges.register(registry, Map.of("charts", usage::get));
    try (MetricsPage page = MetricsPage.open(0, registry, healthy::get)) {
      usage.set(new CacheUsage(7, 2, 300));
      assertThat(get(page, "/metrics").body())
          .contains("agents_render_cache_lookups_total{cache=\"charts\",held=\"true\"} 7.0\n")
          .contains("agents_render_cache_lookups_total{cache=\"charts\",held=\"false\"} 2.0\n")
          .contains("agents_render_cache_bytes{cache=\"charts\"} 300.0\n");
    }
  }

  @Test
  void showsTheProcess() throws Exception {
    ProcessMetrics.register(registry);
    try (MetricsPage page = MetricsPage.open(0, registry, healthy::get)) {
      String text = get(page, "/metrics").body();
      assertThat(text)
          .containsPattern("\nprocess_start_time_seconds [1-9]")
          .containsPattern("\njvm_threads_current [1-9]")
          .containsPattern("\njvm_memory_nonheap_used_bytes [1-9]")
          .containsPattern("\njvm_gc_collection_seconds_count[{]gc=\"[^\"]+\"[}] [0-9]");
      if (Files.exists(Path.of("/proc/self/limits"))) {
        assertThat(text)
            .containsPattern("\nprocess_cpu_seconds_total [0-9]")
            .containsPattern("\nprocess_resident_memory_bytes [1-9]")
            .containsPattern("\nprocess_open_fds [1-9]")
            .containsPattern("\nprocess_max_fds [1-9]");
      }
    }
  }

  /** As {@code serve} starts, with a port that is free at the moment. */
  @Test
  void servesMetricsAndHealthWhereAPortIsSet() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Map<String, String> environment =
        Map.of(
            "ARGOCD_PLUGINSOCKFILEPATH",
            sockets.toString(),
            "AGENTS_RENDER_METRICS_PORT",
            Integer.toString(port));
    ServerConfig config =
        ServerConfig.read(ServerConfig.DEFAULT_CONFIG_FOLDER, environment, "0.0.0-test");
    try (Serve _ = Serve.start(config, new Engine()::render, new LogCapture());
        FakeRepoServer repoServer = new FakeRepoServer(sockets.resolve("agents-render.sock"))) {
      assertThat(get(port, "/healthz").body()).isEqualTo("ok\n");
      repoServer.generate(SENDING).join();
      Patience.until("it is counted", () -> body(port).contains("agents_render_objects_total 1.0"));
      assertThat(body(port))
          .contains("agents_render_renders_running 0.0")
          .contains("agents_render_trees_total{held=\"false\"} 1.0")
          .containsPattern("agents_render_answer_bytes_total [1-9]")
          .containsPattern("agents_render_tree_received_bytes_total [1-9]");
    }
  }

  private static String body(int port) {
    try {
      return get(port, "/metrics").body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(MetricsPage page, String path)
      throws IOException, InterruptedException {
    return get(page.port(), path);
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
