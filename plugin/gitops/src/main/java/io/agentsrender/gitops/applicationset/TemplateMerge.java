package io.agentsrender.gitops.applicationset;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;

/**
 * Fills what the template of a generator leaves empty with the template of the ApplicationSet
 * (mergeGeneratorTemplate, which uses mergo).
 */
final class TemplateMerge {
  private TemplateMerge() {}

  static MapNode over(MapNode own, MapNode base) {
    MapNode merged = own;
    for (Entry entry : base.entries()) {
      Node present = own.get(entry.name());
      if (present == null || isEmpty(present)) {
        merged = merged.with(entry.key(), entry.value());
      } else if (present instanceof MapNode inner && entry.value() instanceof MapNode below) {
        merged = merged.with(entry.key(), over(inner, below));
      }
    }
    return merged;
  }

  /** What Go calls a zero value. */
  private static boolean isEmpty(Node node) {
    return switch (node) {
      case MapNode map -> map.isEmpty();
      case ListNode list -> list.size() == 0;
      case ScalarNode scalar -> {
        Object value = scalar.value();
        yield value == null
            || value.equals("")
            || value.equals(false)
            || value instanceof Number number && number.doubleValue() == 0;
      }
    };
  }
}
