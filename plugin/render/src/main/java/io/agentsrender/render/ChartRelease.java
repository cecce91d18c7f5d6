package io.agentsrender.render;

import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.render.repository.Located;
import java.util.List;

/**
 * A chart that is to be rendered, and how.
 *
 * @param chart the chart's folder
 * @param namespace of the release; empty for {@code default}
 * @param valueFiles in rising precedence
 */
record ChartRelease(
    Located chart,
    String releaseName,
    String namespace,
    List<ValueFileName> valueFiles,
    boolean skipCrds) {
  ChartRelease {
    valueFiles = List.copyOf(valueFiles);
  }
}
