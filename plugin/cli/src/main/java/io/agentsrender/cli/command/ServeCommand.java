package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.Version;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.render.Engine;
import io.agentsrender.server.Serve;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agents-render serve}: the sidecar. */
@Command(
    name = "serve",
    description =
        "Serves Argo CD's repo-server as a config-management plugin, on a unix socket, until told"
            + " to stop.",
    footer = {
      "%nThe environment variables of Argo CD's own plugin server hold here too:"
          + " ARGOCD_PLUGINSOCKFILEPATH names the folder of the socket.",
      "%nExample:",
      "  agents-render serve --config-dir-path /home/argocd/cmp-server/config",
    })
public final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--config-dir-path",
      paramLabel = "FOLDER",
      description = "holds plugin.yaml (default: ${DEFAULT-VALUE})")
  private Path configFolder = ServerConfig.DEFAULT_CONFIG_FOLDER;

  @Option(
      names = "--loglevel",
      paramLabel = "LEVEL",
      description =
          "trace, debug, info, warn or error; by default ARGOCD_CMP_SERVER_LOGLEVEL, or info")
  private String logLevel = "";

  @Option(
      names = "--logformat",
      paramLabel = "FORMAT",
      description = "json or text; by default ARGOCD_CMP_SERVER_LOGFORMAT, or json")
  private String logFormat = "";

  @Spec private @Nullable CommandSpec spec;

  public ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = console.folder().resolve(configFolder);
    ServerConfig config = ServerConfig.read(folder, console.environment(), Version.number());
    EventLog log =
        new LogLines(
            console.err(),
            chosen(logLevel, "ARGOCD_CMP_SERVER_LOGLEVEL", "info", EventLog.Level::named),
            chosen(logFormat, "ARGOCD_CMP_SERVER_LOGFORMAT", "json", LogLines.Format::named));
    FetchSettings settings = FetchSettings.read(Map.of(), console.environment(), console.folder());
    FetchingRenderer renderer =
        new FetchingRenderer(new Engine(), new Fetcher(settings), console.environment());
    Serve.untilTold(config, renderer.prepared(), log);
    return ExitCode.DONE;
  }

  /** As the official server has it: the flag counts, then the variable, then the default. */
  private <T> T chosen(String flag, String variable, String byDefault, Function<String, T> named) {
    String text =
        Stream.of(flag, console.environment().getOrDefault(variable, ""), byDefault)
            .filter(choice -> !choice.isEmpty())
            .findFirst()
            .orElse(byDefault);
    try {
      return named.apply(text);
    } catch (IllegalArgumentException e) {
      CommandSpec command = Objects.requireNonNull(spec);
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
