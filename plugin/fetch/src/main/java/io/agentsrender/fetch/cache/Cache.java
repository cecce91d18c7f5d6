package io.agentsrender.fetch.cache;

import io.agentsrender.source.cache.CacheUsage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What was fetched before: in memory, and in a folder where one is configured. What comes from the
 * folder is checked against its digest; what does not match is forgotten, and so fetched again.
 */
public final class Cache {
  private final MemoryStore memory;
  private final Optional<DiskStore> disk;
  private final SingleFlight<CacheEntry> flights = new SingleFlight<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder fetches = new LongAdder();

  private Cache(MemoryStore memory, Optional<DiskStore> disk) {
    this.memory = memory;
    this.disk = disk;
  }

  /** One that lives as long as the process. */
  public static Cache inMemory(long maxBytes) {
    return new Cache(new MemoryStore(maxBytes), Optional.empty());
  }

  /**
   * One in a folder, which other processes may use too.
   *
   * @param memoryBytes how much of it is held in memory as well
   * @throws io.agentsrender.source.RenderException where the folder cannot be written
   */
  public static Cache in(Path folder, long maxBytes, long memoryBytes) {
    return new Cache(new MemoryStore(memoryBytes), Optional.of(new DiskStore(folder, maxBytes)));
  }

  /** What is kept under {@code key}. */
  public Optional<CacheEntry> find(String key) {
    Optional<CacheEntry> known = memory.read(key);
    if (known.isEmpty() && disk.isPresent()) {
      known = disk.get().read(key);
      known.ifPresent(entry -> memory.write(key, entry));
    }
    if (known.isPresent()) {
      hits.increment();
    }
    return known;
  }

  /** How often something was kept, how often it was fetched, and what is held in memory. */
  public CacheUsage usage() {
    return new CacheUsage(hits.sum(), fetches.sum(), memory.bytes());
  }

  public void put(String key, CacheEntry entry) {
    memory.write(key, entry);
    disk.ifPresent(store -> store.write(key, entry));
  }

  /**
   * What is kept under {@code key}, or else what {@code fetch} gives, which is kept then. Of those
   * who ask at the same time one fetches.
   *
   * @param key what it is, with all that the answer depends on; nothing secret
   * @param tried for the error of a caller that is interrupted while it waits
   */
  public CacheEntry get(String key, String tried, Supplier<CacheEntry> fetch) {
    Optional<CacheEntry> known = find(key);
    return known.isPresent()
        ? known.get()
        : flights.run(key, tried, () -> find(key).orElseGet(() -> fetched(key, fetch)));
  }

  private CacheEntry fetched(String key, Supplier<CacheEntry> fetch) {
    fetches.increment();
    CacheEntry entry = fetch.get();
    put(key, entry);
    return entry;
  }

  /**
   * What {@code fetch} gives, whatever is kept: for what may have changed. Of those who ask at the
   * same time one fetches.
   */
  public CacheEntry refresh(String key, String tried, Supplier<CacheEntry> fetch) {
    return flights.run("refresh " + key, tried, () -> fetched(key, fetch));
  }
}
