package io.agentsrender.server.plugin;

import io.agentsrender.proto.repository.ParameterAnnouncement;
import java.util.List;

/**
 * One plugin as an Application names it.
 *
 * @param name its {@code metadata.name}
 * @param version its {@code spec.version}; empty where there is none
 * @param announcements its static parameters
 * @param provideGitCreds whether the repo-server is asked for the credentials of the source
 */
public record PluginDefinition(
    String name,
    String version,
    Discovery discovery,
    List<ParameterAnnouncement> announcements,
    boolean provideGitCreds) {
  /** What is served where no {@code plugin.yaml} is there. */
  public static final PluginDefinition DEFAULT =
      new PluginDefinition("agents-render", "", new Discovery.None(), List.of(), false);

  public PluginDefinition {
    announcements = List.copyOf(announcements);
  }

  /** The name by which an Application refers to it, as the official server makes it. */
  public String fullName() {
    return version.isEmpty() ? name : name + "-" + version;
  }

  /** The file that registers it. */
  public String socketName() {
    return fullName() + ".sock";
  }
}
