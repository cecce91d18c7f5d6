package io.agentsrender.server;

import io.agentsrender.server.intake.TreeStore;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.request.RequestReader;
import io.agentsrender.server.rpc.Endpoint;
import io.agentsrender.server.rpc.OpenCalls;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.server.rpc.Workshop;
import io.agentsrender.server.schedule.AlarmClock;
import io.agentsrender.server.schedule.RenderPool;
import io.agentsrender.server.schedule.SystemClock;
import io.agentsrender.server.socket.SocketFile;
import io.agentsrender.server.trace.CallTracing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running server: one socket for each plugin, and behind them one store of trees, one pool of
 * renders.
 */
public final class PluginServer implements AutoCloseable {
  private static final int LEAST_THREADS = 2;

  /** For clients to read that their calls were given up. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final ServerConfig config;
  private final EventLog log;
  private final ExecutorService intake;
  private final AlarmClock clock;
  private final CallTracing tracing;
  private final OpenCalls calls = new OpenCalls();
  private final RenderPool pool;
  private final TreeStore store;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);

  private PluginServer(ServerConfig config, EventLog log, AlarmClock clock, CallTracing tracing) {
    ServerLimits limits = config.limits();
    this.config = config;
    this.log = log;
    this.intake =
        Executors.newFixedThreadPool(
            Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors()),
            daemons("intake-"));
    this.clock = clock;
    this.tracing = tracing;
    this.pool = new RenderPool(limits.parallelism());
    this.store = new TreeStore(limits.archive(), limits.treeBytes(), intake);
  }

  private static java.util.concurrent.ThreadFactory daemons(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return work ->
        Thread.ofPlatform().daemon().name(prefix + count.getAndIncrement()).unstarted(work);
  }

  /**
   * Starts to serve. The sockets come into being last, when a call can be answered.
   *
   * @throws io.agentsrender.server.socket.UnusableSocketException where a socket cannot be where it
   *     should be
   */
  public static PluginServer start(ServerConfig config, Renderer renderer, EventLog log)
      throws IOException {
    return start(config, renderer, log, new SystemClock(), CallTracing.OFF);
  }

  /**
   * Starts to serve by another clock, and with traces.
   *
   * @param clock for the deadlines of calls; closed with the server
   * @param tracing closed with the server
   */
  public static PluginServer start(
      ServerConfig config, Renderer renderer, EventLog log, AlarmClock clock, CallTracing tracing)
      throws IOException {
    PluginServer server = new PluginServer(config, log, clock, tracing);
    try {
      server.serve(renderer);
      return server;
    } catch (IOException | RuntimeException e) {
      server.stop(Duration.ZERO);
      throw e;
    }
  }

  private void serve(Renderer renderer) throws IOException {
    ServerLimits limits = config.limits();
    Workshop workshop =
        new Workshop(
            store,
            pool,
            renderer,
            new RequestReader(config.environment()),
            clock,
            calls,
            limits.budget(),
            limits.timeout(),
            limits.messageBytes(),
            tracing,
            log);
    for (PluginDefinition plugin : config.plugins()) {
      SocketFile file = new SocketFile(config.socketFolder().resolve(plugin.socketName()));
      file.clear();
      endpoints.add(Endpoint.bind(file, plugin, workshop, intake, config.version()));
      log.info("serving", ServingFacts.of(config, plugin, file));
    }
    config.notes().forEach(note -> log.warning(note.reason(), Map.of("tried", note.tried())));
  }

  /**
   * What the server has in hand.
   *
   * @param rendersWaiting for a thread
   * @param rendersRunning at this moment
   */
  public record Usage(TreeStore.Usage trees, int rendersWaiting, int rendersRunning) {}

  public Usage usage() {
    return new Usage(store.usage(), pool.waiting(), pool.running());
  }

  /** The sockets that are served. */
  public List<SocketFile> sockets() {
    return endpoints.stream().map(Endpoint::file).toList();
  }

  /**
   * Unregisters the plugins, lets calls in flight finish, those of clients just connected among
   * them, and frees everything.
   *
   * @param grace how long calls may still take
   */
  public void stop(Duration grace) {
    stop(grace, LAST_WORDS);
  }

  /**
   * As above.
   *
   * @param lastWords for clients to read that their calls were given up
   */
  void stop(Duration grace, Duration lastWords) {
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    long end = System.nanoTime() + grace.toNanos();
    endpoints.forEach(this::close);
    if (!awaitIdle(end)) {
      calls.giveUp();
      awaitIdle(System.nanoTime() + lastWords.toNanos());
    }
    endpoints.forEach(Endpoint::end);
    pool.close();
    clock.close();
    intake.shutdown();
    tracing.close();
    stopped.countDown();
  }

  private void close(Endpoint endpoint) {
    try {
      endpoint.close();
    } catch (IOException e) {
      log.warning(
          "the socket stays behind",
          Map.of("socket", endpoint.file().path().toString(), "error", e.toString()));
    }
  }

  private boolean awaitIdle(long end) {
    boolean idle = true;
    for (Endpoint endpoint : endpoints) {
      idle &= endpoint.awaitIdle(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
    return idle;
  }

  /** Stops with the configured grace. */
  @Override
  public void close() {
    stop(config.limits().grace());
  }

  /** Whether it was told to stop, so that it takes no more calls. */
  public boolean isStopping() {
    return stopping.get();
  }

  public void awaitStop() throws InterruptedException {
    stopped.await();
  }
}
