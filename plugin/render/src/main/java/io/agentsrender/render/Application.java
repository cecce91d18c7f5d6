package io.agentsrender.render;

import java.util.Map;

/**
 * The facts of the Argo CD Application that is rendered.
 *
 * @param name of the Application
 * @param namespace the destination namespace; empty where none is set
 * @param project its AppProject; empty where unknown
 * @param revision the commit of the source; empty where unknown
 * @param environment the plugin's environment: {@code ARGOCD_APP_*} and the entries of {@code
 *     plugin.env}
 */
public record Application(
    String name,
    String namespace,
    String project,
    String revision,
    Map<String, String> environment) {
  public Application {
    environment = Map.copyOf(environment);
  }

  /** An application of which only the name and the destination namespace matter. */
  public static Application of(String name, String namespace) {
    return new Application(name, namespace, "", "", Map.of());
  }
}
