package io.agentsrender.policy;

import io.agentsrender.policy.settings.reader.SettingsReader;
import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The given values of a release, divided between its chart and the policies. A chart that declares
 * a section, in its default values or in its schema, implements it: the section is the chart's, and
 * no policy acts on it. A section that the chart does not know is taken out, since a strict schema
 * would refuse it.
 *
 * @param settings for the policies
 * @param ownedByChart sections that the values have and the chart declares
 */
public record Preparation(MapNode settings, Set<String> ownedByChart) {
  /**
   * Sections that are looked for among values. Hooks are not: charts use that name for values of
   * their own.
   */
  public static final List<String> IN_VALUES =
      List.of(
          SettingsReader.IMAGES,
          SettingsReader.DELIVERY,
          SettingsReader.CHECKSUMS,
          SettingsReader.ENVIRONMENT);

  public Preparation {
    ownedByChart = Set.copyOf(ownedByChart);
  }

  /**
   * Divides values.
   *
   * @param given by value files and {@code --set}, without the chart's defaults
   * @param defaults the chart's own values
   * @param schema the chart's values.schema.json, if it has one; asked for only where it decides
   */
  public static Preparation of(
      MapNode given, MapNode defaults, Supplier<Optional<MapNode>> schema) {
    Set<String> owned = new HashSet<>();
    for (String section : IN_VALUES) {
      if (defaults.has(section) || given.has(section) && isIn(schema.get(), section)) {
        owned.add(section);
      }
    }
    List<Entry> settings =
        given.entries().stream()
            .filter(entry -> IN_VALUES.contains(entry.name()) && !owned.contains(entry.name()))
            .toList();
    return new Preparation(given.withEntries(settings), owned);
  }

  /** The keys that the chart and its schema are not to see. */
  public Set<String> taken() {
    return settings.entries().stream().map(Entry::name).collect(Collectors.toSet());
  }

  private static boolean isIn(Optional<MapNode> schema, String section) {
    return schema.map(root -> new Declarations(root, section).in(root, 0)).orElse(false);
  }

  /** Looks for a section by name, directly or in a part that all values must satisfy. */
  private record Declarations(MapNode root, String section) {
    private static final int MAX_DEPTH = 32;

    boolean in(@Nullable Node part, int depth) {
      if (!(part instanceof MapNode schema) || depth > MAX_DEPTH) {
        return false;
      }
      return schema.get("properties") instanceof MapNode properties && properties.has(section)
          || schema.get("$ref") instanceof ScalarNode reference
              && in(referred(reference.text()), depth + 1)
          || schema.get("allOf") instanceof ListNode parts
              && parts.items().stream().anyMatch(item -> in(item, depth + 1));
    }

    /** What a JSON pointer into the same schema points at. */
    private @Nullable Node referred(String reference) {
      if (!reference.startsWith("#/")) {
        return null;
      }
      Node at = root;
      for (String name : reference.substring(2).split("/", -1)) {
        String key = name.replace("~1", "/").replace("~0", "~");
        at = at instanceof MapNode map ? map.get(key) : null;
      }
      return at;
    }
  }
}
