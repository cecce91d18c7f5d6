package io.agentsrender.cli;

import io.agentsrender.render.Engine;
import io.agentsrender.server.Serve;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code agents-render serve}: the sidecar. */
@Command(
    name = "serve",
    description =
        "Serves Argo CD's repo-server as a config-management plugin, on a unix socket, until told to stop.",
    footer = {
      "%nThe environment variables of Argo CD's own plugin server hold here too: ARGOCD_PLUGINSOCKFILEPATH names the folder"
          + " of the socket.",
      "%nExample:",
      "  agents-render serve --config-dir-path /home/argocd/cmp-server/config",
    })
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config-dir-path",
      paramLabel = "FOLDER",
      description = "holds plugin.yaml (default: ${DEFAULT-VALUE})")
  private Path configFolder = ServerConfig.DEFAULT_CONFIG_FOLDER;

  @Option(
      names = "--loglevel",
      paramLabel = "LEVEL",
      description = "debug, info (default), warning or error")
  private EventLog.Level logLevel = EventLog.Level.INFO;

  @Option(names = "--logformat", paramLabel = "FORMAT", description = "json (default) or text")
  private LogLines.Format logFormat = LogLines.Format.JSON;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = console.folder().resolve(configFolder);
    ServerConfig config = ServerConfig.read(folder, console.environment(), Version.number());
    Serve.untilTold(config, new Engine()::render, new LogLines(console.err(), logLevel, logFormat));
    return ExitCode.DONE;
  }
}
