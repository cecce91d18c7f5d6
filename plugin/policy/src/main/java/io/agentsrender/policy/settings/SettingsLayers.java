package io.agentsrender.policy.settings;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.ScalarNode;

/** Settings above settings, by the rules of Helm's values. */
public final class SettingsLayers {
  private SettingsLayers() {}

  /** Maps merge, everything else replaces, and null removes. */
  public static MapNode over(MapNode upper, MapNode lower) {
    MapNode merged = lower;
    for (Entry entry : upper.entries()) {
      if (entry.value() instanceof ScalarNode scalar && scalar.isNull()) {
        merged = merged.without(entry.name());
      } else if (entry.value() instanceof MapNode above
          && merged.get(entry.name()) instanceof MapNode below) {
        merged = merged.with(entry.key(), over(above, below));
      } else {
        merged = merged.without(entry.name()).with(entry.key(), entry.value());
      }
    }
    return merged;
  }
}
