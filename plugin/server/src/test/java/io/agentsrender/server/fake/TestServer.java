package io.agentsrender.server.fake;

import io.agentsrender.render.Engine;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.server.schedule.AlarmClock;
import io.agentsrender.server.schedule.SystemClock;
import io.agentsrender.server.trace.CallTracing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server in this process, on a socket of its own. */
public final class TestServer implements AutoCloseable {
  private final PluginServer server;
  private final Path folder;
  private final LogCapture log = new LogCapture();

  private TestServer(
      List<PluginDefinition> plugins,
      ServerLimits limits,
      Map<String, String> environment,
      Renderer renderer,
      AlarmClock clock) {
    try {
      folder = Files.createTempDirectory("cmp");
      ServerConfig config =
          new ServerConfig(plugins, folder, limits, environment, "0.0.0-test", List.of());
      server = PluginServer.start(config, renderer, log, clock, CallTracing.OFF);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestServer start() {
    return start(new Engine()::render);
  }

  public static TestServer start(Renderer renderer) {
    return start(ServerLimits.defaults(), renderer);
  }

  public static TestServer start(ServerLimits limits) {
    return start(limits, new Engine()::render);
  }

  public static TestServer start(ServerLimits limits, Renderer renderer) {
    return start(limits, renderer, new SystemClock());
  }

  public static TestServer start(ServerLimits limits, Renderer renderer, AlarmClock clock) {
    return new TestServer(List.of(PluginDefinition.DEFAULT), limits, Map.of(), renderer, clock);
  }

  public static TestServer start(PluginDefinition... plugins) {
    return new TestServer(
        List.of(plugins),
        ServerLimits.defaults(),
        Map.of(),
        new Engine()::render,
        new SystemClock());
  }

  public static TestServer start(
      ServerLimits limits, Map<String, String> environment, Renderer renderer) {
    return new TestServer(
        List.of(PluginDefinition.DEFAULT), limits, environment, renderer, new SystemClock());
  }

  public Path socket() {
    return server.sockets().getFirst().path();
  }

  public Path socket(String name) {
    return folder.resolve(name + ".sock");
  }

  public FakeRepoServer connect() {
    return new FakeRepoServer(socket());
  }

  public PluginServer server() {
    return server;
  }

  public LogCapture log() {
    return log;
  }

  @Override
  public void close() {
    server.stop(Patience.LIMIT);
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
