package io.agentsrender.yaml;

import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping, in the order of its source.
 *
 * <p>A map read in the dialect of Helm has every key once, since there the last one wins; what it
 * hides is kept in {@link #shadowed()}. In the dialect of kustomize duplicates stay among the
 * entries.
 */
public final class MapNode extends Node {
  /** Up to so many entries a search from the end is faster than an index. */
  private static final int MAX_SEARCHED = 8;

  /**
   * One entry.
   *
   * @param key the key as written
   * @param name the key as a string of JSON: {@code 8} for {@code 010}
   */
  public record Entry(ScalarNode key, String name, Node value) {
    public Entry(ScalarNode key, Node value) {
      this(key, key.name(), value);
    }

    public Entry withValue(Node value) {
      return new Entry(key, name, value);
    }
  }

  private final List<Entry> entries;
  private final List<Entry> shadowed;
  private final boolean flow;
  private @Nullable Map<String, Node> index;

  public MapNode(List<Entry> entries, Position at) {
    this(entries, List.of(), false, at.file(), at.line(), at.column());
  }

  /**
   * A map as the reader finds it.
   *
   * @param flow whether it is written in braces
   */
  public MapNode(
      List<Entry> entries, List<Entry> shadowed, boolean flow, String file, int line, int column) {
    super(file, line, column);
    this.entries = List.copyOf(entries);
    this.shadowed = List.copyOf(shadowed);
    this.flow = flow;
  }

  /** Whether it is written in braces. */
  public boolean isFlow() {
    return flow;
  }

  public List<Entry> entries() {
    return entries;
  }

  /** Entries that a later one of the same name has replaced, for warnings. */
  public List<Entry> shadowed() {
    return shadowed;
  }

  public int size() {
    return entries.size();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The value of the last entry with that name; null where there is none. */
  public @Nullable Node get(String name) {
    if (entries.size() > MAX_SEARCHED) {
      return index().get(name);
    }
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.name.equals(name)) {
        return entry.value;
      }
    }
    return null;
  }

  public boolean has(String name) {
    return get(name) != null;
  }

  /** Computed at most once for each thread that races for it; Map.copyOf is safe to share. */
  private Map<String, Node> index() {
    Map<String, Node> known = index;
    if (known == null) {
      Map<String, Node> fresh = HashMap.newHashMap(entries.size());
      for (Entry entry : entries) {
        fresh.put(entry.name, entry.value);
      }
      known = Map.copyOf(fresh);
      index = known;
    }
    return known;
  }

  /** The same place with other entries. */
  public MapNode withEntries(List<Entry> entries) {
    return new MapNode(entries, List.of(), flow, file(), line(), column());
  }

  /** The same with this value: in place of the last entry of that name, or at the end. */
  public MapNode with(ScalarNode key, Node value) {
    List<Entry> changed = new ArrayList<>(entries);
    String name = key.name();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).name.equals(name)) {
        changed.set(i, entries.get(i).withValue(value));
        return withEntries(changed);
      }
    }
    changed.add(new Entry(key, name, value));
    return withEntries(changed);
  }

  /** The same without the entries of that name. */
  public MapNode without(String name) {
    return has(name)
        ? withEntries(entries.stream().filter(entry -> !entry.name.equals(name)).toList())
        : this;
  }

  @Override
  public String describe() {
    return "a map";
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (Entry entry : entries) {
      out.append(out.length() > 1 ? ", " : "").append(entry.name).append(": ").append(entry.value);
    }
    return out.append('}').toString();
  }
}
