package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.Failures;
import io.agentsrender.gitops.applicationset.generator.parameter.LabelSelector;
import io.agentsrender.gitops.applicationset.generator.parameter.Parameters;
import io.agentsrender.gitops.applicationset.template.NodeTemplates;
import io.agentsrender.gitops.applicationset.template.TextTemplates;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.source.NearestName;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The generators of one level: those that hold others hold those of the level below. */
public final class Generators {
  private static final int LEVELS = 3;

  /** Kinds that ask something outside of the repository, in the order of Argo CD's own. */
  private static final List<String> OUTSIDE =
      List.of("scmProvider", "clusterDecisionResource", "pullRequest", "plugin");

  private static final List<String> KINDS =
      List.of(
          "list",
          "clusters",
          "git",
          "scmProvider",
          "clusterDecisionResource",
          "pullRequest",
          "matrix",
          "merge",
          "plugin");

  private static final String SELECTOR = "selector";

  private final Map<String, Generator> byKind = new LinkedHashMap<>();
  private final TextTemplates texts;

  private Generators(TextTemplates texts, GitTrees trees, List<Cluster> clusters, int levels) {
    this.texts = texts;
    byKind.put("list", new ListGenerator(texts.isGoTemplate()));
    byKind.put("clusters", new ClusterGenerator(texts, clusters));
    byKind.put("git", new GitGenerator(texts, trees));
    if (levels > 1) {
      Generators below = new Generators(texts, trees, clusters, levels - 1);
      byKind.put("matrix", new MatrixGenerator(below, texts.isGoTemplate()));
      byKind.put("merge", new MergeGenerator(below, texts.isGoTemplate()));
    }
  }

  /** Those of an ApplicationSet itself. */
  public static Generators of(TextTemplates texts, GitTrees trees, List<Cluster> clusters) {
    return new Generators(texts, trees, clusters, LEVELS);
  }

  /**
   * What one generator gives.
   *
   * @param settings what stands below the generator's name
   * @param parameters sets of parameters
   */
  public record Generated(MapNode settings, List<GoMap> parameters) {
    public Generated {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Runs one item of {@code generators}, which may name several kinds.
   *
   * @param known parameters that may be used in the item; empty for none
   */
  public List<Generated> run(Node item, GoMap known) {
    if (!(item instanceof MapNode generator)) {
      throw Failures.at(item, "a generator is " + item.describe() + ", not a map");
    }
    checkKinds(generator);
    LabelSelector selector = LabelSelector.of(generator.get(SELECTOR));
    MapNode filled = known.isEmpty() ? generator : new NodeTemplates(texts, known).fill(generator);
    List<Generated> all = new ArrayList<>();
    for (String kind : KINDS) {
      Generator found = byKind.get(kind);
      if (found != null && generator.get(kind) instanceof MapNode settings) {
        MapNode ready = filled.get(kind) instanceof MapNode map ? map : settings;
        List<GoMap> sets = found.generate(ready);
        all.add(
            new Generated(
                settings,
                generator.has(SELECTOR)
                    ? sets.stream().filter(set -> selector.matches(labels(set))).toList()
                    : sets));
      }
    }
    return all;
  }

  private static Map<String, String> labels(GoMap parameters) {
    Map<String, String> labels = new HashMap<>();
    Parameters.flattened(parameters)
        .forEach((name, value) ->
            labels.put(GoString.decode(name), GoString.decode(Parameters.text(value))));
    return labels;
  }

  private static void checkKinds(MapNode generator) {
    for (Entry entry : generator.entries()) {
      String name = entry.name();
      if (OUTSIDE.contains(name)) {
        throw Failures.notSupported(
            entry.key(),
            "the generator " + name + " asks what is not in the repository",
            "Expand the ApplicationSet in the cluster, or use list, git, clusters, matrix or"
                + " merge.");
      }
      if (!KINDS.contains(name) && !name.equals(SELECTOR)) {
        throw Failures.at(
            entry.key(),
            "there is no generator \"" + name + "\"",
            NearestName.of(name, KINDS).map(near -> "Did you mean \"" + near + "\"?").orElse(null));
      }
    }
  }

  /** The generators that stand inside of another one. */
  static List<Node> inside(MapNode settings) {
    return settings.get("generators") instanceof ListNode list ? list.items() : List.of();
  }

  /** Runs a generator that stands inside of another one. */
  List<GoMap> child(Node item, GoMap known) {
    List<Generated> all = run(item, known);
    if (all.isEmpty()) {
      throw Failures.at(item, "child generator generated no parameters");
    }
    if (all.size() > 1) {
      throw Failures.at(item, "found more than one generator in matrix.Generators");
    }
    return all.getFirst().parameters();
  }
}
