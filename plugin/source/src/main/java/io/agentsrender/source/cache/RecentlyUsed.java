package io.agentsrender.source.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values up to a weight; those that were not used for longest go first. For many threads, so
 * that values should be immutable.
 */
public final class RecentlyUsed<K, V> {
  private final long maxWeight;
  private final LinkedHashMap<K, Kept<V>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;
  private long hits;
  private long misses;

  private record Kept<V>(V value, long weight) {}

  /**
   * Keeps nothing yet.
   *
   * @param maxWeight of all values together, in whatever unit; 0 to keep none
   */
  public RecentlyUsed(long maxWeight) {
    this.maxWeight = maxWeight;
  }

  /** The value of a key; null where it is not there, or no longer. */
  public synchronized @Nullable V get(K key) {
    Kept<V> found = kept.get(key);
    if (found == null) {
      misses++;
      return null;
    }
    hits++;
    return found.value;
  }

  /** Keeps a value in place of another one, unless it alone weighs too much. */
  public synchronized void put(K key, V value, long itsWeight) {
    remove(kept.remove(key));
    if (itsWeight > maxWeight) {
      return;
    }
    kept.put(key, new Kept<>(value, itsWeight));
    weight += itsWeight;
    Iterator<Kept<V>> eldest = kept.values().iterator();
    while (weight > maxWeight) {
      remove(eldest.next());
      eldest.remove();
    }
  }

  /** Drops the values of some keys. */
  public synchronized void removeIf(Predicate<K> unwanted) {
    Iterator<Map.Entry<K, Kept<V>>> entries = kept.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<K, Kept<V>> entry = entries.next();
      if (unwanted.test(entry.getKey())) {
        remove(entry.getValue());
        entries.remove();
      }
    }
  }

  /** How often a value was there, where weights are bytes. */
  public synchronized CacheUsage usage() {
    return new CacheUsage(hits, misses, weight);
  }

  /** What all that is kept weighs. */
  public synchronized long weight() {
    return weight;
  }

  private void remove(@Nullable Kept<V> gone) {
    weight -= gone == null ? 0 : gone.weight;
  }
}
