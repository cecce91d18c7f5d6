package io.agentsrender.helm;

import io.agentsrender.source.Content;
import io.agentsrender.source.SourceTree;

/** Where a chart is. */
public sealed interface ChartLocation {
  /** A folder with a {@code Chart.yaml}. */
  record Folder(SourceTree tree, String path) implements ChartLocation {}

  /**
   * A packaged chart.
   *
   * @param path of the archive, for positions and problems
   */
  record Archive(Content content, String path) implements ChartLocation {}
}
