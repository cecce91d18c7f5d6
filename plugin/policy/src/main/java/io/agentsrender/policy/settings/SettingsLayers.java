package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.ScalarNode;
import java.util.List;

/**
 * The settings of an application around those of its releases.
 *
 * @param defaults below them
 * @param overrides above them, in rising order
 */
public record SettingsLayers(MapNode defaults, List<MapNode> overrides) {
  public static final MapNode NONE = new MapNode(List.of(), Position.ofFile(""));

  public SettingsLayers {
    overrides = List.copyOf(overrides);
  }

  /** Nothing but what is above the settings of the releases. */
  public static SettingsLayers of(MapNode overrides) {
    return new SettingsLayers(NONE, List.of(overrides));
  }

  /** What holds for a release. */
  public MapNode around(MapNode release) {
    return overriding(over(release, defaults));
  }

  /** What is above the settings of the releases, in one map. */
  public MapNode above() {
    return overriding(NONE);
  }

  private MapNode overriding(MapNode lower) {
    MapNode merged = lower;
    for (MapNode layer : overrides) {
      merged = over(layer, merged);
    }
    return merged;
  }

  /** Settings above settings: maps merge, everything else replaces, and null removes. */
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
