package io.agentsrender.server;

import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LibraryLog;
import io.agentsrender.server.rpc.Renderer;
import java.io.IOException;
import java.util.Map;

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
    PluginServer server = PluginServer.start(config, renderer, log);
    Thread stop =
        new Thread(
            () -> {
              log.info("stopping", Map.of("graceSeconds", config.limits().grace().toSeconds()));
              server.close();
              log.info("stopped", Map.of());
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    server.awaitStop();
  }
}
