package io.agentsrender.fetch.cache;

import java.util.Optional;

/** Keeps entries by key. Safe for several threads. */
interface ContentStore {
  /** The entry; empty also where it is there but not sound. */
  Optional<CacheEntry> read(String key);

  /** Keeps an entry, in place of one with the same key. */
  void write(String key, CacheEntry entry);
}
