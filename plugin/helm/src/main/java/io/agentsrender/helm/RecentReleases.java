package io.agentsrender.helm;

import io.agentsrender.helm.output.ReleaseDocument;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.cache.CacheUsage;
import io.agentsrender.source.cache.RecentlyUsed;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what releases were rendered to last, and the values read for them: Argo CD asks for the
 * same release again and again while nothing has changed. Failures are not kept. For many threads.
 */
final class RecentReleases {
  /** What a result is taken to cost for each byte of its text; its nodes take the rest. */
  private static final int BYTES_PER_BYTE = 8;

  private static final int BYTES_PER_BYTE_WITH_NODES = 24;

  /** What parsed values are taken to cost for each byte of their file. */
  private static final int BYTES_PER_BYTE_OF_VALUES = 20;

  /** What each entry takes besides: its key, its lists. */
  private static final long ENTRY = 4096;

  private final RecentlyUsed<ReleaseKey, HelmResult> results;
  private final RecentlyUsed<ReleaseKey.Values, ValueTable> values;

  /**
   * @param maxBytes how much memory results may take, as an estimate; a quarter as much is for
   *     values; 0 for none
   */
  RecentReleases(long maxBytes) {
    this.results = new RecentlyUsed<>(maxBytes);
    this.values = new RecentlyUsed<>(maxBytes / 4);
  }

  CacheUsage usage() {
    return results.usage();
  }

  @Nullable HelmResult result(ReleaseKey key) {
    return results.get(key);
  }

  void keep(ReleaseKey key, HelmResult result) {
    long text =
        Stream.concat(result.manifests().stream(), result.hooks().stream())
                .map(ReleaseDocument::text)
                .mapToLong(String::length)
                .sum()
            + result.notes().length();
    results.put(
        key, result, ENTRY + text * (key.withNodes() ? BYTES_PER_BYTE_WITH_NODES : BYTES_PER_BYTE));
  }

  /** Drops all results of a chart, which they would keep in memory. */
  void drop(LoadedChart chart) {
    results.removeIf(key -> key.chart() == chart);
  }

  /** The values of a file, frozen. */
  ValueTable values(ReleaseKey.Values file, int size, Supplier<ValueTable> reader) {
    ValueTable known = values.get(file);
    if (known == null) {
      known = reader.get();
      values.put(file, known, ENTRY + (long) BYTES_PER_BYTE_OF_VALUES * size);
    }
    return known;
  }
}
