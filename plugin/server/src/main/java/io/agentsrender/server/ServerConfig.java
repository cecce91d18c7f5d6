package io.agentsrender.server;

import io.agentsrender.server.plugin.PluginDefinition;
import io.agentsrender.server.plugin.PluginFile;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server needs to know before it starts.
 *
 * @param plugins each gets a socket of its own
 * @param socketFolder shared with the repo-server
 * @param environment of this process, of which renders see what has Argo CD's prefixes
 * @param version of this program
 * @param notes on the configuration, for the log
 */
public record ServerConfig(
    List<PluginDefinition> plugins,
    Path socketFolder,
    ServerLimits limits,
    Map<String, String> environment,
    String version,
    List<Problem> notes) {

  /** Where the official server looks for {@code plugin.yaml}. */
  public static final Path DEFAULT_CONFIG_FOLDER = Path.of("/home/argocd/cmp-server/config");

  private static final String SOCKET_FOLDER_VARIABLE = "ARGOCD_PLUGINSOCKFILEPATH";
  private static final String DEFAULT_SOCKET_FOLDER = "/home/argocd/cmp-server/plugins";
  private static final int LAST_PORT = 65_535;
  private static final String PLUGIN_FILE = "plugin.yaml";

  public ServerConfig {
    plugins = List.copyOf(plugins);
    environment = Map.copyOf(environment);
    notes = List.copyOf(notes);
    Set<String> names = new HashSet<>();
    for (PluginDefinition plugin : plugins) {
      if (!names.add(plugin.fullName())) {
        throw new RenderException(
            Problem.error(
                "reading the plugin's configuration",
                "two plugins have the name \"" + plugin.fullName() + "\""));
      }
    }
  }

  /**
   * Reads the configuration as the official server's flags and variables lay it down.
   *
   * @param configFolder that holds {@code plugin.yaml}; without one in the default folder, one
   *     plugin named agents-render is served
   * @throws RenderException where something in it is wrong
   */
  public static ServerConfig read(
      Path configFolder, Map<String, String> environment, String version) {
    Path file = configFolder.resolve(PLUGIN_FILE);
    ServerLimits limits = ServerLimits.read(environment);
    Path socketFolder =
        Path.of(environment.getOrDefault(SOCKET_FOLDER_VARIABLE, DEFAULT_SOCKET_FOLDER));
    if (configFolder.equals(DEFAULT_CONFIG_FOLDER) && !Files.exists(file)) {
      List<PluginDefinition> plugins = List.of(PluginDefinition.DEFAULT);
      return new ServerConfig(plugins, socketFolder, limits, environment, version, List.of());
    }
    PluginFile.Content content = PluginFile.read(text(file), file.toString());
    return new ServerConfig(
        content.plugins(), socketFolder, limits, environment, version, content.notes());
  }

  /**
   * The port of metrics and health; 0 where they are off.
   *
   * @throws RenderException where it is no port
   */
  public int metricsPort() {
    return new Settings(environment).countUpTo("AGENTS_RENDER_METRICS_PORT", 0, LAST_PORT);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RenderException(
          Problem.error(
                  "reading the plugin's configuration",
                  Files.exists(file)
                      ? "it cannot be read: " + e.getMessage()
                      : "there is no such file")
              .withPlace(Position.ofFile(file.toString()))
              .withAdvice("Mount it there, or name its folder with --config-dir-path."),
          e);
    }
  }
}
