package io.agentsrender.yaml.read.map;

import io.agentsrender.yaml.ListNode;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.ScalarNode;
import io.agentsrender.yaml.read.fault.Faults;
import io.agentsrender.yaml.scalar.CoreTag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of kyaml (rnode.go, deAnchor): what is merged never replaces what is there, and equal
 * keys stay.
 */
public final class KustomizeMap extends MapAssembly {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> asWritten = new ArrayList<>();
  private final IdentityHashMap<MapNode, List<Entry>> unmerged;
  private final Faults faults;
  private @Nullable MapBuilder merged;

  /**
   * A new map.
   *
   * @param unmerged the entries of maps that have merge keys, as they are written. A map that
   *     merges one of those gets its merge key too, which is resolved only when kyaml makes JSON.
   */
  public KustomizeMap(Faults faults, IdentityHashMap<MapNode, List<Entry>> unmerged) {
    this.faults = faults;
    this.unmerged = unmerged;
  }

  @Override
  boolean isMerge(ScalarNode key) {
    return key.tag().equals(CoreTag.MERGE.shortForm());
  }

  @Override
  void keyAdded(Node key, long mark, boolean merge) {
    faults.checkKeyIsScalar(key, mark);
  }

  @Override
  void addEntry(ScalarNode key, boolean keyAliased, Node value, long mark) {
    Entry entry = new Entry(key, value);
    asWritten.add(entry);
    // kyaml clears this key by its name, even where it is quoted and no merge key at all.
    if (!key.text().equals("<<") || keyAliased || merged != null) {
      entries.add(entry);
    }
  }

  @Override
  void addMerge(ScalarNode key, Node value, long mark, boolean aliased) {
    if (merged != null) {
      faults.kyaml("duplicate merge key", mark);
    }
    Entry entry = new Entry(key, value);
    asWritten.add(entry);
    if (!key.text().equals("<<")) {
      entries.add(entry);
    }
    merged = new MapBuilder();
    if (value instanceof ListNode list && !aliased) {
      for (Node item : list.items().reversed()) {
        merge(item, mark, merged);
      }
    } else {
      merge(value, mark, merged);
    }
  }

  private void merge(Node value, long mark, MapBuilder into) {
    if (!(value instanceof MapNode map)) {
      faults.kyaml(Faults.MERGE, mark);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Entry entry : unmerged.getOrDefault(map, map.entries())) {
      if (seen.add(entry.name())) {
        into.put(entry);
      }
    }
  }

  @Override
  public MapNode build(boolean flow, String file, int line, int column) {
    if (merged == null) {
      return new MapNode(withNullKeysTwice(), List.of(), flow, file, line, column);
    }
    MapNode own = new MapNode(entries, List.of(), flow, file, line, column);
    for (Entry entry : merged.build(flow, file, line, column).entries()) {
      if (!own.has(entry.name())) {
        entries.add(entry);
      }
    }
    MapNode map = new MapNode(withNullKeysTwice(), List.of(), flow, file, line, column);
    unmerged.put(map, asWritten);
    return map;
  }

  /**
   * kyaml adds a null key that is written out a second time when it resolves merge keys (rnode.go,
   * mergeAll), so that such a map is refused later for a duplicate key.
   */
  private List<Entry> withNullKeysTwice() {
    List<Entry> nulls = entries.stream().filter(entry -> isWrittenNull(entry.key())).toList();
    entries.addAll(nulls);
    return entries;
  }

  private static boolean isWrittenNull(ScalarNode key) {
    return !key.text().isEmpty() && key.tag().equals(CoreTag.NULL.shortForm());
  }
}
