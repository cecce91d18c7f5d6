package io.agentsrender.policy.scope;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.settings.PolicySettings;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;

/**
 * Objects of one render that share their settings: those of one release, or those of none.
 *
 * @param release empty for what no chart rendered
 * @param namespace of objects that name none
 * @param values of the release, the chart's defaults among them; empty without a release
 */
public record Scope(
    Optional<String> release, String namespace, MapNode values, PolicySettings settings) {

  public boolean covers(KubernetesObject object) {
    return object.origin().release().equals(release);
  }

  /** For messages. */
  public String describe() {
    return release.map(name -> "release \"" + name + "\"").orElse("the objects outside of charts");
  }
}
