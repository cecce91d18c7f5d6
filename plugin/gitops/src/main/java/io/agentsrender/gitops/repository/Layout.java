package io.agentsrender.gitops.repository;

import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The layouts of value files that repositories have had: paths with placeholders below the root of
 * the value files, weakest first.
 */
public enum Layout {
  /** One folder for all environments and one for each. */
  SHARED_ENVIRONMENT(
      "shared-environment",
      List.of(
          "_shared/{{ .domain }}/{{ .name }}.yaml",
          "{{ .valuesEnvironment }}/{{ .domain }}/{{ .name }}.yaml"),
      List.of("_shared/{{ .domain }}/{{ .name }}.yaml")),

  /** The same with the environments in a folder of their own. */
  SHARED_ENV_FOLDER(
      "shared-env-folder",
      List.of(
          "_shared/{{ .domain }}/{{ .name }}.yaml",
          "env/{{ .valuesEnvironment }}/{{ .domain }}/{{ .name }}.yaml"),
      List.of("_shared/{{ .domain }}/{{ .name }}.yaml")),

  /** With values for everything, for a type of cluster, an environment and a profile of nodes. */
  GLOBALS(
      "globals",
      List.of(
          "base/globals.yaml",
          "cluster/{{ .clusterType }}/globals.yaml",
          "env/{{ .valuesEnvironment }}/globals.yaml",
          "/config/node-profiles/{{ .nodeProfile }}.yaml",
          "_shared/{{ .domain }}/{{ .name }}.yaml",
          "env/{{ .valuesEnvironment }}/{{ .domain }}/{{ .name }}.yaml"),
      List.of("cluster/globals.yaml", "_shared/{{ .domain }}/{{ .name }}.yaml"));

  private final String title;
  private final List<String> layers;
  private final List<String> clusterLayers;

  Layout(String title, List<String> layers, List<String> clusterLayers) {
    this.title = title;
    this.layers = layers;
    this.clusterLayers = clusterLayers;
  }

  /** The name that people write. */
  public String title() {
    return title;
  }

  /** Those of a component that exists in each environment. */
  public List<String> layers() {
    return layers;
  }

  /** Those of a component that exists once in a cluster. */
  public List<String> clusterLayers() {
    return clusterLayers;
  }

  public static Optional<Layout> named(String title) {
    return Stream.of(values()).filter(layout -> layout.title.equals(title)).findFirst();
  }

  /** Says that there is no such layout, and which there are. */
  public static Problem unknown(PlacedText title) {
    List<String> titles = Stream.of(values()).map(Layout::title).toList();
    return Problem.error(
            "choosing the layout of value files", "there is no layout \"" + title + "\"")
        .withPlace(title.at())
        .withAdvice(
            NearestName.of(title.text(), titles)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("Known layouts: " + String.join(", ", titles) + "."));
  }
}
