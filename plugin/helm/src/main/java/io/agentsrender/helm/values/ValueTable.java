package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.MapNode;
import io.agentsrender.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map of values, with the reference semantics of a Go map: the same table may stand in several
 * places, and a change shows in all of them. Helm's merging depends on that (a parent's nested
 * globals are shared with its subcharts).
 */
public final class ValueTable implements Value {
  private Map<String, Entry> entries;
  private final @Nullable MapNode node;

  /** Whether the node holds the same as this table, and not just the place of it. */
  private final boolean exact;

  /** The frozen table whose entries these still are; null once they are this table's own. */
  private @Nullable ValueTable source;

  private boolean frozen;

  /** Made when it is first asked for; only of a frozen table. */
  private volatile @Nullable GoMap goMap;

  /**
   * What stands under a key.
   *
   * @param key the key as it stands in a file; null where a program made it
   */
  public record Entry(Value value, @Nullable ScalarNode key) {}

  public ValueTable() {
    this(null, false);
  }

  private ValueTable(@Nullable MapNode node, boolean exact) {
    this.entries = new LinkedHashMap<>();
    this.node = node;
    this.exact = exact;
  }

  /** An empty table, to be filled with exactly what the node holds. */
  static ValueTable of(MapNode node) {
    return new ValueTable(node, true);
  }

  @Override
  public @Nullable Position position() {
    return node == null ? null : node.position();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public boolean containsKey(String key) {
    return entries.containsKey(key);
  }

  /** The value under a key (a byte string); null where there is none. */
  public @Nullable Value get(String key) {
    Entry entry = entry(key);
    return entry == null ? null : entry.value;
  }

  /** The table under a key; null where there is none, or something else. */
  public @Nullable ValueTable table(String key) {
    return get(key) instanceof ValueTable table ? table : null;
  }

  /** The value under a key, with the place of the key. */
  public @Nullable Entry entry(String key) {
    Entry entry = entries.get(key);
    if (source != null && entry != null && !(entry.value instanceof ScalarValue)) {
      own();
      entry = entries.get(key);
    }
    return entry;
  }

  /** What stands under a key that is there. */
  public Entry existing(String key) {
    return Objects.requireNonNull(entry(key));
  }

  /**
   * The table at a path of keys, as Helm looks it up ({@code Values.Table}): null where a key is
   * missing or holds something else.
   *
   * @param path keys with dots between them; a key that holds a dot cannot be reached
   */
  public @Nullable ValueTable tableAt(String path) {
    ValueTable table = this;
    for (String key : path.split("\\.", -1)) {
      ValueTable next = table.table(key);
      if (next == null) {
        return null;
      }
      table = next;
    }
    return table;
  }

  /**
   * The value at a path of keys that is not a table ({@code Values.PathValue}); null where there is
   * none.
   */
  public @Nullable Value leafAt(String path) {
    int dot = path.lastIndexOf('.');
    ValueTable table = dot < 0 ? this : tableAt(path.substring(0, dot));
    Value leaf = table == null ? null : table.get(path.substring(dot + 1));
    return leaf instanceof ValueTable ? null : leaf;
  }

  /** The keys as they are now, in the order in which they came. */
  public List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  public void put(String key, Value value) {
    put(key, value, null);
  }

  void put(String key, Value value, @Nullable ScalarNode keyNode) {
    put(key, new Entry(value, keyNode));
  }

  /** Sets a key to what another table has, place of the key included. */
  public void put(String key, Entry entry) {
    own();
    entries.put(key, entry);
  }

  public void remove(String key) {
    if (entries.containsKey(key)) {
      own();
      entries.remove(key);
    }
  }

  private void own() {
    if (frozen) {
      throw new IllegalStateException("a frozen table cannot change");
    }
    if (source != null) {
      Map<String, Entry> copies = LinkedHashMap.newLinkedHashMap(entries.size());
      entries.forEach((key, entry) -> copies.put(key, new Entry(entry.value.copy(), entry.key)));
      entries = copies;
      source = null;
    }
  }

  private @Nullable ValueTable frozenSource() {
    return frozen ? this : source;
  }

  /** The node of which this is an unchanged copy; null where it is none. */
  @Nullable MapNode unchangedNode() {
    ValueTable unchanged = frozenSource();
    return unchanged != null && unchanged.exact ? unchanged.node : null;
  }

  /** The frozen Go map of which this is an unchanged copy; null where it is none. */
  @Nullable GoMap frozenMap() {
    ValueTable unchanged = frozenSource();
    return unchanged == null ? null : unchanged.ownFrozenMap();
  }

  /** The Go map of a frozen table, made at most once by each thread that races for it. */
  GoMap ownFrozenMap() {
    GoMap known = goMap;
    if (known == null) {
      known = GoValues.freeze(this);
      goMap = known;
    }
    return known;
  }

  @Override
  public ValueTable freeze() {
    if (!frozen) {
      own();
      entries.values().forEach(entry -> entry.value.freeze());
      frozen = true;
    }
    return this;
  }

  @Override
  public ValueTable copy() {
    ValueTable copy = new ValueTable(node, false);
    ValueTable unchanged = frozenSource();
    if (unchanged == null) {
      entries.forEach(
          (key, entry) -> copy.entries.put(key, new Entry(entry.value.copy(), entry.key)));
    } else {
      copy.entries = entries;
      copy.source = unchanged;
    }
    return copy;
  }

  /** A table of its own that shares what it holds with this one. */
  public ValueTable shallowCopy() {
    if (source != null) {
      own();
    }
    ValueTable copy = new ValueTable(node, false);
    copy.entries.putAll(entries);
    return copy;
  }

  /** Keys only: values may be secret. */
  @Override
  public String toString() {
    return "ValueTable" + entries.keySet();
  }
}
