package io.agentsrender.render.request;

import java.util.HashMap;
import java.util.Map;

/**
 * The facts of the Argo CD Application that is rendered.
 *
 * @param name of the Application; {@code namespace_name} where it is not in Argo CD's namespace
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

  /**
   * What a Helm release is called without another word: the name without the namespace that Argo CD
   * puts before it, as in {@code team_web}, where the Application is not in Argo CD's own
   * (ParseInstanceName in helmTemplate of its reposerver/repository/repository.go).
   */
  public String releaseName() {
    return name.substring(name.indexOf('_') + 1);
  }

  /**
   * The environment, and those of Argo CD's own variables that follow from the other facts, where
   * it does not have them.
   */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("ARGOCD_APP_NAME", name);
    variables.put("ARGOCD_APP_NAMESPACE", namespace);
    variables.put("ARGOCD_APP_PROJECT_NAME", project);
    variables.put("ARGOCD_APP_REVISION", revision);
    variables.put("ARGOCD_APP_REVISION_SHORT", start(revision, 7));
    variables.put("ARGOCD_APP_REVISION_SHORT_8", start(revision, 8));
    variables.putAll(environment);
    return variables;
  }

  /** The text with {@code $NAME} replaced by the variable of that name, as Argo CD does it. */
  public String substituted(String text) {
    return Substitution.of(text, variables());
  }

  private static String start(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  /** An application of which only the name and the destination namespace matter. */
  public static Application of(String name, String namespace) {
    return new Application(name, namespace, "", "", Map.of());
  }
}
