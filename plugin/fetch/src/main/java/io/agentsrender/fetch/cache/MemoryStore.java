package io.agentsrender.fetch.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps entries in memory; those not asked for longest go first. */
final class MemoryStore implements ContentStore {
  private static final float LOAD_FACTOR = 0.75f;
  private static final int INITIAL_CAPACITY = 64;

  private final long maxBytes;
  private final Map<String, CacheEntry> entries =
      new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);
  private long bytes;

  MemoryStore(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public synchronized Optional<CacheEntry> read(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized void write(String key, CacheEntry entry) {
    CacheEntry replaced = entries.remove(key);
    bytes -= replaced == null ? 0 : size(key, replaced);
    if (size(key, entry) > maxBytes) {
      return;
    }
    entries.put(key, entry);
    bytes += size(key, entry);
    Iterator<Map.Entry<String, CacheEntry>> oldest = entries.entrySet().iterator();
    while (bytes > maxBytes && oldest.hasNext()) {
      Map.Entry<String, CacheEntry> next = oldest.next();
      bytes -= size(next.getKey(), next.getValue());
      oldest.remove();
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long size(String key, CacheEntry entry) {
    return (long) entry.content().size() + key.length();
  }
}
