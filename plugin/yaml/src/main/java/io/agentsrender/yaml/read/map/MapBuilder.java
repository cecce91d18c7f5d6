package io.agentsrender.yaml.read.map;

import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.MapNode.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries with unique names: a later one takes the place of an earlier one. */
final class MapBuilder {
  private static final int MAX_SEARCHED = 8;

  private final List<Entry> entries = new ArrayList<>();
  private List<Entry> shadowed = List.of();
  private @Nullable Map<String, Integer> index;

  /** Adds one; gives the one it replaces. */
  @Nullable Entry put(Entry entry) {
    int at = find(entry.name());
    if (at < 0) {
      entries.add(entry);
      if (index != null) {
        index.put(entry.name(), entries.size() - 1);
      }
      return null;
    }
    Entry old = entries.set(at, entry);
    if (shadowed.isEmpty()) {
      shadowed = new ArrayList<>();
    }
    shadowed.add(old);
    return old;
  }

  private int find(String name) {
    if (entries.size() <= MAX_SEARCHED) {
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
    if (index == null) {
      index = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        index.put(entries.get(i).name(), i);
      }
    }
    return index.getOrDefault(name, -1);
  }

  MapNode build(boolean flow, String file, int line, int column) {
    return new MapNode(entries, shadowed, flow, file, line, column);
  }
}
