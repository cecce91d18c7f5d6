package io.agentsrender.server;

import io.agentsrender.server.metrics.CallMetrics;
import io.agentsrender.server.metrics.MetricsPage;
import io.agentsrender.server.metrics.ProcessMetrics;
import io.agentsrender.server.metrics.ServerGauges;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LibraryLog;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.server.schedule.SystemClock;
import io.agentsrender.server.socket.SocketFile;
import io.agentsrender.server.trace.CallTracing;
import io.agentsrender.server.trace.TraceSettings;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.List;
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
    CompletableFuture<Serve> started = new CompletableFuture<>();
    // Before the start: a process stopped right after it must not leave a socket behind.
    Runtime.getRuntime().addShutdownHook(new Stop(started, config, log));
    try {
      started.complete(start(config, renderer, log));
    } catch (IOException e) {
      throw StartFailure.of(e);
    } finally {
      started.cancel(false);
    }
    started.join().server.awaitStop();
  }

  /**
   * Starts the server and, where {@code AGENTS_RENDER_METRICS_PORT} is set, its metrics.
   *
   * @throws IOException where a socket cannot be where it should be, or the metrics' port is taken
   */
  public static Serve start(ServerConfig config, Renderer renderer, EventLog log)
      throws IOException {
    LibraryLog.install(log);
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
          () -> server.usage().trees());
      ServerGauges.register(registry, renderer.caches());
      ServerGauges.register(registry, config.version());
      ProcessMetrics.register(registry);
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

  /** The sockets that are served. */
  public List<SocketFile> sockets() {
    return server.sockets();
  }

  /** Calls in flight finish; the health page says so as long as they take. */
  @Override
  public void close() {
    server.close();
    metrics.ifPresent(MetricsPage::close);
  }

  /**
   * Ends what was started, at the end of the process. A class and no lambda: of the start, the
   * ahead-of-time cache's training sees all but this.
   */
  private static final class Stop extends Thread {
    private final CompletableFuture<Serve> started;
    private final ServerConfig config;
    private final EventLog log;

    Stop(CompletableFuture<Serve> started, ServerConfig config, EventLog log) {
      super("stop");
      this.started = started;
      this.config = config;
      this.log = log;
    }

    @Override
    public void run() {
      started
          .thenAccept(serve -> {
            log.info("stopping", Map.of("graceSeconds", config.limits().grace().toSeconds()));
            serve.close();
            log.info("stopped", Map.of());
          })
          .exceptionally(notStarted -> null)
          .join();
    }
  }
}
