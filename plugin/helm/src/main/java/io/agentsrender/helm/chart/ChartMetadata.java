package io.agentsrender.helm.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code Chart.yaml} says of a chart. Texts are empty where nothing is said.
 *
 * @param dependencies absent where the key is: then Helm does not look at the dependencies of the
 *     charts below either
 */
public record ChartMetadata(
    String name,
    String home,
    List<String> sources,
    String version,
    String description,
    List<String> keywords,
    List<Maintainer> maintainers,
    String icon,
    String apiVersion,
    String condition,
    String tags,
    String appVersion,
    boolean deprecated,
    Map<String, String> annotations,
    String kubeVersion,
    Optional<List<Dependency>> dependencies,
    String type) {

  /** A person or group that keeps the chart. */
  public record Maintainer(String name, String email, String url) {}

  public ChartMetadata {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    maintainers = List.copyOf(maintainers);
    annotations = Map.copyOf(annotations);
    dependencies = dependencies.map(List::copyOf);
  }

  /** Whether it only lends templates to others. */
  public boolean isLibrary() {
    return type.equalsIgnoreCase("library");
  }
}
