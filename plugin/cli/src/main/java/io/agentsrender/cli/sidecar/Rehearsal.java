package io.agentsrender.cli.sidecar;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.cli.rehearsal.SyncClient;
import io.agentsrender.server.Serve;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sidecar that is started as in a pod, syncs applications of the example repository, and stops.
 * The JDK's ahead-of-time cache, recorded meanwhile, then holds the classes of a sidecar and no
 * others: every start loads all of a cache, so that what only commands need would slow it down.
 */
public final class Rehearsal {
  private static final List<String> SYNCED =
      List.of(
          "argocd/applications/agents",
          "argocd/applications/jangar/primitives",
          "charts/agents",
          "missing");

  private Rehearsal() {}

  /**
   * Waits until every application is answered for, whatever the answer.
   *
   * @param example the example repository
   * @return the exit code
   */
  public static int of(Console console, Path example) {
    try {
      play(console, console.folder().resolve(example).toRealPath());
      return ExitCode.DONE;
    } catch (RenderException e) {
      new ProblemPrinter(console).print(e.problems());
    } catch (IOException e) {
      Problem problem = Problem.error("rehearsing a sidecar's work", String.valueOf(e));
      new ProblemPrinter(console).print(List.of(problem));
    }
    return ExitCode.FAILED;
  }

  private static void play(Console console, Path example) throws IOException {
    Path folder = Files.createTempDirectory("rehearsal");
    Map<String, String> environment = new HashMap<>(console.environment());
    environment.put("ARGOCD_PLUGINSOCKFILEPATH", folder.toString());
    environment.put("AGENTS_RENDER_METRICS_PORT", String.valueOf(freePort()));
    Sidecar sidecar = Sidecar.read(console.withEnvironment(environment), SidecarFlags.NONE);
    try (Serve serve = Serve.start(sidecar.config(), sidecar.renderer(), sidecar.log());
        SyncClient client = new SyncClient(serve.sockets().getFirst().path(), example)) {
      for (String application : SYNCED) {
        client
            .sync(application, Map.of("ARGOCD_APP_NAME", "rehearsal"))
            .handle((manifests, failure) -> manifests)
            .join();
      }
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
