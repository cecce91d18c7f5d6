package io.agentsrender.server.fake;

import io.agentsrender.render.Engine;
import io.agentsrender.server.Serve;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.observe.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server in a process of its own, as {@code serve} is one. The application "slow" is rendered
 * once a file "go" lies beside the socket, after a file "begun" was laid there.
 */
public final class ServeMain {
  private ServeMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Engine engine = new Engine();
    Serve.untilTold(
        ServerConfig.read(ServerConfig.DEFAULT_CONFIG_FOLDER, System.getenv(), "test"),
        request -> {
          if (request.application().name().equals("slow")) {
            awaitGo(folder);
          }
          return engine.render(request);
        },
        new LogLines(System.err, LogLines.Level.INFO, LogLines.Format.JSON));
  }

  private static void awaitGo(Path folder) {
    try {
      Files.writeString(folder.resolve("begun"), "");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Patience.until("it may go on", () -> Files.exists(folder.resolve("go")));
  }
}
