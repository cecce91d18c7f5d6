package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.LabelSelector;
import io.agentsrender.gitops.applicationset.generator.parameter.Parameters;
import io.agentsrender.gitops.applicationset.template.Names;
import io.agentsrender.gitops.applicationset.template.TextTemplates;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clusters that Argo CD knows; the one it runs in is among them even without a Secret. */
final class ClusterGenerator implements Generator {
  private final TextTemplates texts;
  private final List<Cluster> clusters;

  ClusterGenerator(TextTemplates texts, List<Cluster> clusters) {
    this.texts = texts;
    this.clusters = List.copyOf(clusters);
  }

  @Override
  public List<GoMap> generate(MapNode settings) {
    LabelSelector selector = LabelSelector.of(settings.get("selector"));
    List<GoMap> sets = new ArrayList<>();
    // Without a Secret there are no labels to select by.
    boolean hasSecret =
        clusters.stream().anyMatch(it -> it.server().equals(Cluster.IN_CLUSTER_SERVER));
    if (!hasSecret && selector.isEverything()) {
      GoMap local = new GoMap();
      Parameters.put(local, "name", Cluster.IN_CLUSTER_NAME);
      Parameters.put(local, "nameNormalized", Cluster.IN_CLUSTER_NAME);
      Parameters.put(local, "server", Cluster.IN_CLUSTER_SERVER);
      Parameters.put(local, "project", "");
      Parameters.addValues(local, settings.get("values"), texts);
      sets.add(local);
    }
    for (Cluster cluster : clusters) {
      if (selector.matches(cluster.labels())) {
        GoMap parameters = parameters(cluster);
        Parameters.addValues(parameters, settings.get("values"), texts);
        sets.add(parameters);
      }
    }
    return isFlat(settings) ? flat(sets) : sets;
  }

  private static boolean isFlat(MapNode settings) {
    return settings.get("flatList") instanceof ScalarNode scalar
        && Boolean.TRUE.equals(scalar.value());
  }

  /** All clusters as one parameter of one set. */
  private static List<GoMap> flat(List<GoMap> sets) {
    GoMap one = new GoMap();
    one.put(
        "clusters",
        GoSlice.copyOf(io.agentsrender.gotemplate.value.GoType.sliceOf(GoTypes.MAP), sets));
    return List.of(one);
  }

  private GoMap parameters(Cluster cluster) {
    GoMap parameters = new GoMap();
    Parameters.put(parameters, "name", cluster.name());
    parameters.put("nameNormalized", Names.normalised(GoString.encode(cluster.name())));
    Parameters.put(parameters, "server", cluster.server());
    Parameters.put(parameters, "project", cluster.project().orElse(""));
    if (texts.isGoTemplate()) {
      GoMap metadata = new GoMap();
      addTexts(metadata, "annotations", cluster.annotations());
      addTexts(metadata, "labels", cluster.labels());
      parameters.put("metadata", metadata);
    } else {
      cluster
          .annotations()
          .forEach(
              (name, value) -> Parameters.put(parameters, "metadata.annotations." + name, value));
      cluster
          .labels()
          .forEach((name, value) -> Parameters.put(parameters, "metadata.labels." + name, value));
    }
    return parameters;
  }

  private static void addTexts(GoMap metadata, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      Map<String, String> encoded = new HashMap<>();
      texts.forEach((key, value) -> encoded.put(GoString.encode(key), GoString.encode(value)));
      metadata.put(name, GoMap.of(GoTypes.STRING_MAP, encoded));
    }
  }
}
