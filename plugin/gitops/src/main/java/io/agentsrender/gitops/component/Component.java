package io.agentsrender.gitops.component;

import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import java.util.Optional;

/**
 * What a {@code component.yaml} says.
 *
 * @param at the file
 * @param name base of the Application's name, name of the release, stem of the value files
 * @param project the AppProject
 * @param domain the tier: the first folder below {@code components/}, and the folder of the value
 *     files
 * @param namespace the destination; absent for components whose environment decides it
 * @param source what is rendered
 * @param sync how Argo CD applies it
 * @param policies settings of the policies, as they stand
 */
public record Component(
    Position at,
    PlacedText name,
    PlacedText project,
    PlacedText domain,
    Optional<PlacedText> namespace,
    ComponentLabels labels,
    ComponentSource source,
    ComponentSync sync,
    Optional<MapNode> policies) {

  /** The domain of components that exist once in a cluster, not once in each environment. */
  public static final String CLUSTER_DOMAIN = "cluster";

  /** Whether it exists once in a cluster. */
  public boolean isClusterWide() {
    return domain.text().equals(CLUSTER_DOMAIN);
  }
}
