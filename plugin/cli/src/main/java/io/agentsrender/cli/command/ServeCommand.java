package io.agentsrender.cli.command;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.sidecar.Sidecar;
import io.agentsrender.cli.sidecar.SidecarFlags;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
  private Path configFolder = SidecarFlags.NONE.configFolder();

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
  public Integer call() throws InterruptedException {
    return Sidecar.serve(
        console,
        new SidecarFlags(
            configFolder,
            named(logLevel, EventLog.Level::named),
            named(logFormat, LogLines.Format::named)));
  }

  private <T> Optional<T> named(String name, Function<String, T> meaning) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(meaning.apply(name));
    } catch (IllegalArgumentException e) {
      CommandSpec command = Objects.requireNonNull(spec);
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
