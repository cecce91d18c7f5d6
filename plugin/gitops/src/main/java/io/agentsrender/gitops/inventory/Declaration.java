package io.agentsrender.gitops.inventory;

import io.agentsrender.source.Position;
import java.util.List;

/**
 * What a component or a release says of its chart.
 *
 * @param at where it stands
 * @param repository URL of the chart's repository or registry; empty for a folder of this
 *     repository, and without a chart
 * @param chart its name, or its folder; without a chart the folder of the manifests
 * @param version of the chart, or the git revision; empty where none is pinned
 * @param valueFiles weakest first, from the root of the repository; {@code <env>} stands for each
 *     of its environments
 */
public record Declaration(
    Position at, String repository, String chart, String version, List<String> valueFiles) {
  public Declaration {
    valueFiles = List.copyOf(valueFiles);
  }
}
