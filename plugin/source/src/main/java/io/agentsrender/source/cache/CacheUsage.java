package io.agentsrender.source.cache;

/**
 * What a cache has been good for since it was made.
 *
 * @param hits lookups that found what they asked for
 * @param misses lookups after which it had to be made or fetched
 * @param bytes of memory that it takes now, as it estimates them
 */
public record CacheUsage(long hits, long misses, long bytes) {}
