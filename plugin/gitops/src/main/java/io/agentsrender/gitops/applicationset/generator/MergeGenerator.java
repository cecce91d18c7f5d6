package io.agentsrender.gitops.applicationset.generator;

import io.agentsrender.gitops.applicationset.generator.parameter.Failures;
import io.agentsrender.gitops.applicationset.generator.parameter.Merging;
import io.agentsrender.gotemplate.json.PlainValues;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The sets of the first generator; the others add to those that have the same keys. */
final class MergeGenerator implements Generator {
  private final Generators children;
  private final boolean goTemplate;

  MergeGenerator(Generators children, boolean goTemplate) {
    this.children = children;
    this.goTemplate = goTemplate;
  }

  @Override
  public List<GoMap> generate(MapNode settings) {
    List<Node> generators = Generators.inside(settings);
    if (generators.size() < 2) {
      throw Failures.at(settings, "found less than two generators, Merge requires two or more");
    }
    List<List<GoMap>> all = new ArrayList<>();
    for (Node generator : generators) {
      all.add(children.child(generator, new GoMap()));
    }
    Map<String, GoMap> base = byKey(all.getFirst(), settings);
    for (List<GoMap> sets : all.subList(1, all.size())) {
      byKey(sets, settings)
          .forEach((key, above) -> {
            GoMap target = base.get(key);
            if (target != null) {
              merge(target, above, settings);
            }
          });
    }
    return List.copyOf(base.values());
  }

  private void merge(GoMap target, GoMap above, Node at) {
    if (goTemplate) {
      Merging.into(target, above, at);
    } else {
      above.forEach(target::put);
    }
  }

  private static Map<String, GoMap> byKey(List<GoMap> sets, MapNode settings) {
    TreeSet<String> keys = new TreeSet<>();
    if (settings.get("mergeKeys") instanceof ListNode list) {
      list.items()
          .forEach(item -> keys.add(item instanceof ScalarNode scalar ? scalar.text() : ""));
    }
    if (keys.isEmpty()) {
      throw Failures.at(settings, "no merge keys were specified, Merge requires at least one");
    }
    Map<String, GoMap> byKey = new LinkedHashMap<>();
    for (GoMap set : sets) {
      GoMap key = new GoMap();
      keys.forEach(name -> key.put(GoString.encode(name), set.get(GoString.encode(name))));
      String text = JsonWriter.compact().write(PlainValues.of(key));
      if (byKey.put(text, set) != null) {
        throw Failures.at(
            settings,
            "the parameters from a generator were not unique by the given mergeKeys, Merge requires"
                + " all param sets to be unique. Duplicate key was "
                + text);
      }
    }
    return byKey;
  }
}
