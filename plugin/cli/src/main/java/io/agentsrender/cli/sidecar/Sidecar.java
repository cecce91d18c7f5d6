package io.agentsrender.cli.sidecar;

import io.agentsrender.cli.console.Console;
import io.agentsrender.cli.console.ExitCode;
import io.agentsrender.cli.console.ProblemPrinter;
import io.agentsrender.cli.console.Version;
import io.agentsrender.fetch.FetchSettings;
import io.agentsrender.fetch.Fetcher;
import io.agentsrender.render.Engine;
import io.agentsrender.server.Serve;
import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import io.agentsrender.server.rpc.Renderer;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.Map;
import java.util.function.Function;

/**
 * The sidecar, put together from flags and environment. Its start waits for nothing that it does
 * not need: neither this class nor those it names load the parser of command lines, whose classes
 * (of Java 5) the JDK's ahead-of-time cache does not take.
 */
public record Sidecar(ServerConfig config, Renderer renderer, EventLog log) {

  /**
   * Reads the set-up; nothing is started.
   *
   * @throws RenderException where something in it is wrong
   */
  static Sidecar read(Console console, SidecarFlags flags) {
    Map<String, String> environment = console.environment();
    ServerConfig config =
        ServerConfig.read(
            console.folder().resolve(flags.configFolder()), environment, Version.number());
    EventLog log =
        new LogLines(
            console.err(),
            flags
                .logLevel()
                .orElseGet(() ->
                    named(
                        environment, "ARGOCD_CMP_SERVER_LOGLEVEL", "info", EventLog.Level::named)),
            flags
                .logFormat()
                .orElseGet(() ->
                    named(
                        environment,
                        "ARGOCD_CMP_SERVER_LOGFORMAT",
                        "json",
                        LogLines.Format::named)));
    FetchSettings settings = FetchSettings.read(Map.of(), environment, console.folder());
    FetchingRenderer renderer =
        new FetchingRenderer(new Engine(), new Fetcher(settings), environment);
    return new Sidecar(config, renderer.prepared(), log);
  }

  /** As the official server has it, an empty variable is as good as none. */
  private static <T> T named(
      Map<String, String> environment,
      String variable,
      String byDefault,
      Function<String, T> meaning) {
    String name = environment.getOrDefault(variable, "");
    try {
      return meaning.apply(name.isEmpty() ? byDefault : name);
    } catch (IllegalArgumentException e) {
      throw new RenderException(
          Problem.error("reading the environment", variable + ": " + e.getMessage()), e);
    }
  }

  /**
   * Serves until told to stop.
   *
   * @return the exit code
   */
  public static int serve(Console console, SidecarFlags flags) throws InterruptedException {
    try {
      Sidecar sidecar = read(console, flags);
      Serve.untilTold(sidecar.config, sidecar.renderer, sidecar.log);
      return ExitCode.DONE;
    } catch (RenderException e) {
      new ProblemPrinter(console).print(e.problems());
      return ExitCode.of(e.problems());
    }
  }
}
