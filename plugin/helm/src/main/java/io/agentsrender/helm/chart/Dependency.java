package io.agentsrender.helm.chart;

import io.agentsrender.helm.values.Value;
import java.util.List;

/**
 * A chart that another declares to need.
 *
 * @param version a version or a range of versions
 * @param condition comma-separated paths of values, of which the first boolean decides
 * @param importValues names below the child's {@code exports}, or tables of {@code child} and
 *     {@code parent} paths
 */
public record Dependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    boolean enabled,
    List<Value> importValues,
    String alias) {

  public Dependency {
    tags = List.copyOf(tags);
    importValues = List.copyOf(importValues);
  }

  /** The name it has in the parent: the alias, if there is one. */
  public String effectiveName() {
    return alias.isEmpty() ? name : alias;
  }
}
