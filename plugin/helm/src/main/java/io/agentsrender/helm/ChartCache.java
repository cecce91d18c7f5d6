package io.agentsrender.helm;

import io.agentsrender.helm.load.ChartFiles;
import io.agentsrender.helm.load.ChartLimits;
import io.agentsrender.helm.load.ChartLoader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.CacheUsage;
import io.agentsrender.source.Digest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps charts with all that was parsed of them, by the digest of their files: the second render of
 * a chart costs its execution only. The least recently used ones go when it gets too large. For
 * many threads; owned by whoever renders.
 */
public final class ChartCache {
  /** What a parsed chart takes for each byte of its files, by measurement. */
  private static final int BYTES_PER_BYTE = 12;

  private final long maxBytes;
  private final LinkedHashMap<Key, LoadedChart> charts = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long hits;
  private long misses;

  private record Key(Digest files, HelmProfile profile) {}

  /**
   * An empty cache.
   *
   * @param maxBytes how much memory it may keep, as an estimate; 0 for none
   */
  public ChartCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A cache that keeps nothing. */
  public static ChartCache none() {
    return new ChartCache(0);
  }

  /**
   * The chart at a place, loaded if it is not there.
   *
   * @throws io.agentsrender.source.RenderException where it cannot be loaded
   */
  public LoadedChart load(ChartLocation location, HelmProfile profile) {
    ChartLoader loader = new ChartLoader(profile, ChartLimits.of(profile));
    ChartFiles files =
        switch (location) {
          case ChartLocation.Folder folder -> loader.ofFolder(folder.tree(), folder.path());
          case ChartLocation.Archive archive -> loader.ofArchive(archive.content(), archive.path());
        };
    if (maxBytes == 0) {
      return new LoadedChart(loader.load(files), profile);
    }
    Key key = new Key(files.digest(), profile);
    LoadedChart known = get(key);
    if (known == null) {
      // Two threads may load the same chart at once; either result serves.
      known = new LoadedChart(loader.load(files), profile);
      put(key, known);
    }
    return known;
  }

  /** How often a chart was there. */
  public synchronized CacheUsage usage() {
    return new CacheUsage(hits, misses, bytes);
  }

  private synchronized @Nullable LoadedChart get(Key key) {
    LoadedChart known = charts.get(key);
    if (known == null) {
      misses++;
    } else {
      hits++;
    }
    return known;
  }

  private synchronized void put(Key key, LoadedChart chart) {
    LoadedChart old = charts.put(key, chart);
    bytes += cost(chart) - (old == null ? 0 : cost(old));
    Iterator<LoadedChart> eldest = charts.values().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      bytes -= cost(eldest.next());
      eldest.remove();
    }
  }

  private static long cost(LoadedChart chart) {
    return BYTES_PER_BYTE * chart.chart().size();
  }
}
