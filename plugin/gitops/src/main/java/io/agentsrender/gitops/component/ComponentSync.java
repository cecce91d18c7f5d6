package io.agentsrender.gitops.component;

import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * How Argo CD applies a component; carried into its Application.
 *
 * @param options such as {@code ServerSideApply=true}, added to those of the ApplicationSet
 * @param ignoreDifferences as an Application has them
 * @param policy {@code syncPolicy}, as an Application has it
 * @param auto {@code autoSync}
 * @param orphanedResources as it stands
 */
public record ComponentSync(
    List<PlacedText> options,
    List<MapNode> ignoreDifferences,
    Optional<MapNode> policy,
    Optional<Boolean> auto,
    Optional<MapNode> orphanedResources) {
  public ComponentSync {
    options = List.copyOf(options);
    ignoreDifferences = List.copyOf(ignoreDifferences);
  }
}
