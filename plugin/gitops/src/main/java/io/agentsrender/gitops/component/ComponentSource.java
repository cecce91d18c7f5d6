package io.agentsrender.gitops.component;

import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.source.Position;
import java.util.List;
import java.util.Optional;

/** What a component is rendered from: a chart, or manifests that stand in a repository. */
public sealed interface ComponentSource {

  /**
   * A chart.
   *
   * @param repository the URL of a git repository, a Helm repository or a registry
   * @param version of the chart, or the git revision; {@code HEAD} where a git chart has none
   * @param valueFiles in place of those of the layers; absent where the layers decide
   * @param ignoreMissingValueFiles whether value files may be absent
   * @param passCredentials to the hosts that the repository's index names
   * @param releaseName absent for the component's name
   * @param at where the chart is described
   */
  record Chart(
      PlacedText repository,
      ChartPlace place,
      PlacedText version,
      Optional<List<PlacedText>> valueFiles,
      boolean ignoreMissingValueFiles,
      boolean skipCrds,
      boolean passCredentials,
      Optional<PlacedText> releaseName,
      Position at)
      implements ComponentSource {
    public Chart {
      valueFiles = valueFiles.map(List::copyOf);
    }
  }

  /**
   * Manifests or a kustomization.
   *
   * @param path from the root of the repository; absent for the component's own folder
   * @param repository absent for the component's own
   * @param revision of that repository
   */
  record Manifests(
      Optional<PlacedText> path, Optional<PlacedText> repository, Optional<PlacedText> revision)
      implements ComponentSource {
    /** What stands beside the component's file. */
    public static final Manifests BESIDE =
        new Manifests(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** How a chart is found in its repository. */
  sealed interface ChartPlace {
    /** By name, in a Helm repository or a registry. */
    record Named(PlacedText name) implements ChartPlace {}

    /** By folder, in a git repository. */
    record Folder(PlacedText path) implements ChartPlace {}
  }
}
