package io.agentsrender.cli.rehearsal;

import io.agentsrender.render.Engine;
import io.agentsrender.server.PluginServer;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.ServerLimits;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.plugin.PluginDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A sidecar that is started, syncs applications of one repository, and stops. */
public final class SidecarRehearsal {
  private static final String APPLICATION = "rehearsal";

  private SidecarRehearsal() {}

  /**
   * Waits until every application is answered for, whatever the answer.
   *
   * @param repository that is sent
   * @param applications paths in it
   */
  public static void of(Path repository, List<String> applications, EventLog log)
      throws IOException {
    Path folder = Files.createTempDirectory(APPLICATION);
    ServerConfig config =
        new ServerConfig(
            List.of(PluginDefinition.DEFAULT),
            folder,
            ServerLimits.defaults(),
            Map.of(),
            APPLICATION,
            List.of());
    try (PluginServer server = PluginServer.start(config, new Engine()::render, log);
        SyncClient client = new SyncClient(server.sockets().getFirst().path(), repository)) {
      for (String application : applications) {
        client
            .sync(application, Map.of("ARGOCD_APP_NAME", APPLICATION))
            .handle((manifests, failure) -> manifests)
            .join();
      }
    } finally {
      Files.deleteIfExists(folder);
    }
  }
}
