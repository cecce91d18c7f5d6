package io.agentsrender.server;

import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LibraryLog;
import io.agentsrender.server.rpc.Renderer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Serves in the foreground until the process is told to stop. */
public final class Serve {
  private Serve() {}

  /**
   * Returns when SIGTERM or SIGINT has come and calls in flight are done.
   *
   * @throws IOException where a socket cannot be where it should be
   */
  public static void untilTold(ServerConfig config, Renderer renderer, EventLog log)
      throws IOException, InterruptedException {
    LibraryLog.install(log);
    CompletableFuture<PluginServer> started = new CompletableFuture<>();
    // Before the start: a process stopped right after it must not leave a socket behind.
    Thread stop = new Thread(() -> stop(started, config, log), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      started.complete(PluginServer.start(config, renderer, log));
    } finally {
      started.cancel(false);
    }
    started.join().awaitStop();
  }

  private static void stop(
      CompletableFuture<PluginServer> started, ServerConfig config, EventLog log) {
    started
        .thenAccept(server -> {
          log.info("stopping", Map.of("graceSeconds", config.limits().grace().toSeconds()));
          server.close();
          log.info("stopped", Map.of());
        })
        .exceptionally(notStarted -> null)
        .join();
  }
}
