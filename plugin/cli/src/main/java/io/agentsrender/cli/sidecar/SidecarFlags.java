package io.agentsrender.cli.sidecar;

import io.agentsrender.server.ServerConfig;
import io.agentsrender.server.observe.EventLog;
import io.agentsrender.server.observe.LogLines;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says of a sidecar; what is empty is left to the environment.
 *
 * @param configFolder that holds {@code plugin.yaml}
 */
public record SidecarFlags(
    Path configFolder, Optional<EventLog.Level> logLevel, Optional<LogLines.Format> logFormat) {
  /** Of a command line that says nothing. */
  public static final SidecarFlags NONE =
      new SidecarFlags(ServerConfig.DEFAULT_CONFIG_FOLDER, Optional.empty(), Optional.empty());
}
