package io.agentsrender.render.plan;

import io.agentsrender.gitops.layering.ValueFileName;
import io.agentsrender.render.repository.Located;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart that is to be rendered, and how.
 *
 * @param chart the chart's folder
 * @param namespace of the release; empty for {@code default}
 * @param valueFiles in rising precedence
 * @param setFiles files whose content is the value of the path that is their key, above all values
 */
public record Release(
    Located chart,
    String releaseName,
    String namespace,
    List<ValueFileName> valueFiles,
    Map<String, ValueFileName> setFiles,
    boolean skipCrds) {
  public Release {
    valueFiles = List.copyOf(valueFiles);
    setFiles = Collections.unmodifiableMap(new LinkedHashMap<>(setFiles));
  }
}
