package io.agentsrender.server;

import io.agentsrender.server.metrics.CallMetrics;
import io.agentsrender.server.metrics.MetricsPage;
import io.agentsrender.server.metrics.ServerGauges;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LibraryLog;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.server.schedule.SystemClock;
import io.agentsrender.server.trace.CallTracing;
import io.agentsrender.server.trace.TraceSettings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Serves in the foreground until the process is told to stop. */
public final class Serve implements AutoCloseable {
  private final PluginServer server;
  private final Optional<MetricsPage> metrics;

  private Serve(PluginServer server, Optional<MetricsPage> metrics) {
    this.server = server;
    this.metrics = metrics;
  }

  /**
   * Returns when SIGTERM or SIGINT has come and calls in flight are done.
   *
   * @throws io.agentsrender.source.RenderException where a socket cannot be where it should be, or
   *     the metrics' port is taken
   */
  public static void untilTold(ServerConfig config, Renderer renderer, EventLog log)
      throws InterruptedException {
    LibraryLog.install(log);
    CompletableFuture<Serve> started = new CompletableFuture<>();
    // Before the start: a process stopped right after it must not leave a socket behind.
    Thread stop = new Thread(() -> stop(started, config, log), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      started.complete(start(config, renderer, log));
    } catch (IOException e) {
      throw StartFailure.of(e);
    } finally {
      started.cancel(false);
    }
    started.join().server.awaitStop();
  }

  /** Starts the server and, where {@code AGENTS_RENDER_METRICS_PORT} is set, its metrics. */
  static Serve start(ServerConfig config, Renderer renderer, EventLog log) throws IOException {
    int port = config.metricsPort();
    CallTracing tracing = TraceSettings.read(config.environment(), config.version());
    SystemClock clock = new SystemClock();
    if (port == 0) {
      return new Serve(PluginServer.start(config, renderer, log, clock, tracing), Optional.empty());
    }
    PrometheusRegistry registry = new PrometheusRegistry();
    EventLog counted = new CallMetrics(registry, log);
    PluginServer server = PluginServer.start(config, renderer, counted, clock, tracing);
    try {
      ServerGauges.register(
          registry,
          () -> server.usage().rendersRunning(),
          () -> server.usage().rendersWaiting(),
          () -> server.usage().trees().bytes());
      MetricsPage page = openPage(port, registry, server);
      log.info("metrics", Map.of("port", page.port()));
      return new Serve(server, Optional.of(page));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static MetricsPage openPage(int port, PrometheusRegistry registry, PluginServer server)
      throws IOException {
    try {
      return MetricsPage.open(port, registry, () -> !server.isStopping());
    } catch (IOException e) {
      throw new IOException("port " + port + " for metrics cannot be had: " + e.getMessage(), e);
    }
  }

  private static void stop(CompletableFuture<Serve> started, ServerConfig config, EventLog log) {
    started
        .thenAccept(serve -> {
          log.info("stopping", Map.of("graceSeconds", config.limits().grace().toSeconds()));
          serve.close();
          log.info("stopped", Map.of());
        })
        .exceptionally(notStarted -> null)
        .join();
  }

  /** Calls in flight finish; the health page says so as long as they take. */
  @Override
  public void close() {
    server.close();
    metrics.ifPresent(MetricsPage::close);
  }
}
