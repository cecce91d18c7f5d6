package io.agentsrender.gotemplate.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A Go map. Templates only ever see its keys in sorted order. Values are Go values, null for a nil
 * interface; keys are Go values too, mostly strings.
 */
public final class GoMap {
  /**
   * The order in which fmt and range go through keys (internal/fmtsort, compare). Keys of different
   * types, which only {@code map[interface {}]} can hold, stand in the order of their types' names:
   * Go's own order there is that of addresses.
   */
  private static final Comparator<Object> KEY_ORDER = GoMap::compareKeys;

  private final GoType type;
  private final boolean isNil;
  private final Table table;

  private GoMap(GoType type, Table table, boolean isNil) {
    this.type = type;
    this.table = table;
    this.isNil = isNil;
  }

  /** An empty {@code map[string]interface {}}. */
  public GoMap() {
    this(GoTypes.MAP);
  }

  /** An empty map of this map type. */
  public GoMap(GoType type) {
    this(type, new Table(new HashMap<>()), false);
  }

  /** A {@code map[string]interface {}} with these entries. */
  public static GoMap of(Map<String, ? extends @Nullable Object> entries) {
    return of(GoTypes.MAP, entries);
  }

  /** A map of this type with these entries. */
  public static GoMap of(GoType type, Map<String, ? extends @Nullable Object> entries) {
    return new GoMap(type, new Table(new HashMap<>(entries)), false);
  }

  /** The nil map of a type: empty, equal to nil, and refusing to take entries. */
  public static GoMap nil(GoType type) {
    return new GoMap(type, new Table(Map.of()), true);
  }

  public GoType type() {
    return type;
  }

  public boolean isNil() {
    return isNil;
  }

  public int size() {
    return table.entries.size();
  }

  public boolean isEmpty() {
    return table.entries.isEmpty();
  }

  public boolean containsKey(Object key) {
    return table.entries.containsKey(key);
  }

  /** The value of a key; null for a nil and for a key that is not there. */
  public @Nullable Object get(Object key) {
    @Nullable Object value = table.entries.get(key);
    if (table.shared && isContainer(value)) {
      table.own();
      value = table.entries.get(key);
    }
    return value;
  }

  /**
   * Sets a key.
   *
   * @throws GoError with the text of Go's panic where the map is nil
   */
  public void put(Object key, @Nullable Object value) {
    if (isNil) {
      throw new GoError("assignment to entry in nil map");
    }
    table.own();
    int before = table.entries.size();
    table.entries.put(key, value);
    if (table.entries.size() != before) {
      table.order = null;
    }
  }

  /** Takes a key out, if it is there. */
  public void remove(Object key) {
    if (table.entries.containsKey(key)) {
      table.own();
      table.entries.remove(key);
      table.order = null;
    }
  }

  /** The keys in order; not to be changed. */
  public Object[] sortedKeys() {
    return table.sortedKeys();
  }

  /** Goes through the entries in order. */
  public void forEach(BiConsumer<Object, @Nullable Object> action) {
    for (Object key : sortedKeys()) {
      action.accept(key, get(key));
    }
  }

  /** A map with the same entries, of which neither sees later changes of the other. */
  public GoMap copy() {
    return copyAs(type);
  }

  /** The same as another map type with equal keys and elements. */
  public GoMap copyAs(GoType other) {
    if (table.shared) {
      table.own();
    }
    Table copy = new Table(isNil ? table.entries : new HashMap<>(table.entries));
    copy.order = table.order;
    return new GoMap(other, copy, isNil);
  }

  /** The same map seen as another type: changes show in both ({@code T(m)} in Go). */
  public GoMap as(GoType other) {
    return type.equals(other) ? this : new GoMap(other, table, isNil);
  }

  /** Makes this map and all it holds immutable, to be shared; see {@link #thaw()}. */
  public GoMap freeze() {
    if (!table.frozen) {
      for (Object key : sortedKeys()) {
        freezeValue(table.entries.get(key));
      }
      table.frozen = true;
    }
    return this;
  }

  /** A copy to be changed at will, made level by level as it is reached; needs a frozen map. */
  public GoMap thaw() {
    if (!table.frozen) {
      throw new IllegalStateException("only a frozen map can be thawed");
    }
    Table thawed = new Table(table.entries);
    thawed.order = table.order;
    thawed.shared = true;
    return new GoMap(type, thawed, isNil);
  }

  static boolean isContainer(@Nullable Object value) {
    return value instanceof GoMap || value instanceof GoSlice;
  }

  static void freezeValue(@Nullable Object value) {
    if (value instanceof GoMap map) {
      map.freeze();
    } else if (value instanceof GoSlice slice) {
      slice.freeze();
    }
  }

  static @Nullable Object thawed(@Nullable Object value) {
    if (value instanceof GoMap map && map.table.frozen) {
      return map.thaw();
    }
    return value instanceof GoSlice slice && slice.isFrozen() ? slice.thaw() : value;
  }

  private static int compareKeys(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    GoType leftType = GoTypes.typeOf(left);
    GoType rightType = GoTypes.typeOf(right);
    if (!leftType.equals(rightType)) {
      return leftType.name().compareTo(rightType.name());
    }
    if (left instanceof GoInt a && right instanceof GoInt b) {
      return a.isSigned()
          ? Long.compare(a.bits(), b.bits())
          : Long.compareUnsigned(a.bits(), b.bits());
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return Boolean.compare(a, b);
    }
    if (left instanceof Double a && right instanceof Double b) {
      return Double.compare(a, b);
    }
    throw GoError.notSupported("the order of map keys of type " + leftType);
  }

  /** Equal where type and entries are. Go has no such comparison; it serves tests and caches. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GoMap that
        && type.equals(that.type)
        && isNil == that.isNil
        && table.entries.equals(that.table.entries);
  }

  @Override
  public int hashCode() {
    return table.entries.hashCode();
  }

  @Override
  public String toString() {
    return type + table.entries.toString();
  }

  /** What all views of one map share. */
  private static final class Table {
    private static final Object[] NO_KEYS = {};

    private Map<Object, @Nullable Object> entries;

    /** The keys in order; null after a change of the set of keys. */
    private Object @Nullable [] order;

    /** Whether the entries belong to a frozen map, so that they must be copied before a change. */
    private boolean shared;

    private boolean frozen;

    Table(Map<Object, @Nullable Object> entries) {
      this.entries = entries;
    }

    Object[] sortedKeys() {
      Object[] known = order;
      if (known == null) {
        known = entries.isEmpty() ? NO_KEYS : entries.keySet().toArray();
        Arrays.sort(known, KEY_ORDER);
        order = known;
      }
      return known;
    }

    void own() {
      if (frozen) {
        throw new IllegalStateException("a frozen map cannot change");
      }
      if (shared) {
        Map<Object, @Nullable Object> copy = new HashMap<>(entries);
        copy.replaceAll((key, value) -> thawed(value));
        entries = copy;
        shared = false;
      }
    }
  }
}
