package io.agentsrender.helm;

import io.agentsrender.helm.engine.function.YamlFragments;
import io.agentsrender.helm.load.ChartFiles;
import io.agentsrender.helm.load.ChartLimits;
import io.agentsrender.helm.load.ChartLoader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Digest;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.cache.CacheUsage;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps charts with all that was parsed of them, by the digest of their files, and what was
 * rendered of them last: the second render of a chart costs its execution only, that of a release
 * with the same values next to nothing. The least recently used ones go when it gets too large. For
 * many threads; owned by whoever renders.
 */
public final class ChartCache {
  /** What a parsed chart takes for each byte of its files, by measurement. */
  private static final int BYTES_PER_BYTE = 12;

  /** Results may take this part of what charts may. */
  private static final int RESULT_PART = 4;

  /** What templates hand to each other as YAML may take this part. */
  private static final int FRAGMENT_PART = 16;

  private final long maxBytes;
  private final RecentReleases releases;
  private final YamlFragments fragments;
  private final LinkedHashMap<Key, LoadedChart> charts = new LinkedHashMap<>(16, 0.75f, true);

  /** What is known of trees in use: many releases of one tree have the same few charts. */
  private final Map<SourceTree, Map<Place, Key>> places = new WeakHashMap<>();

  /** Those of the charts above, by identity. */
  private final Set<LoadedChart> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  private long bytes;
  private long hits;
  private long misses;

  private record Key(Digest files, HelmProfile profile) {}

  private record Place(String path, HelmProfile profile) {}

  /**
   * An empty cache.
   *
   * @param maxBytes how much memory charts may take, as an estimate, and what was rendered of them
   *     a quarter of that; 0 to keep nothing
   */
  public ChartCache(long maxBytes) {
    this(maxBytes, maxBytes / RESULT_PART);
  }

  /**
   * An empty cache.
   *
   * @param maxBytes how much memory charts may take, as an estimate; 0 to keep nothing
   * @param maxResultBytes how much what was rendered of them may take; 0 to keep none of it
   */
  public ChartCache(long maxBytes, long maxResultBytes) {
    this.maxBytes = maxBytes;
    this.releases = new RecentReleases(maxBytes == 0 ? 0 : maxResultBytes);
    this.fragments = new YamlFragments(maxBytes / FRAGMENT_PART);
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
    if (maxBytes == 0) {
      return new LoadedChart(loader(profile).load(files(location, profile)), profile, fragments);
    }
    LoadedChart placed = placed(location, profile);
    if (placed != null) {
      return placed;
    }
    ChartFiles files = files(location, profile);
    Key key = new Key(files.digest(), profile);
    LoadedChart known = get(key);
    if (known == null) {
      // Two threads may load the same chart at once; either result serves.
      known = new LoadedChart(loader(profile).load(files), profile, fragments);
      put(key, known);
    }
    place(location, key);
    return known;
  }

  private static ChartLoader loader(HelmProfile profile) {
    return new ChartLoader(profile, ChartLimits.of(profile));
  }

  private static ChartFiles files(ChartLocation location, HelmProfile profile) {
    return switch (location) {
      case ChartLocation.Folder folder -> loader(profile).ofFolder(folder.tree(), folder.path());
      case ChartLocation.Archive archive ->
          loader(profile).ofArchive(archive.content(), archive.path());
    };
  }

  /** The chart that stood there when it was last asked for: trees do not change. */
  private synchronized @Nullable LoadedChart placed(ChartLocation location, HelmProfile profile) {
    if (!(location instanceof ChartLocation.Folder folder)) {
      return null;
    }
    Key key = places.getOrDefault(folder.tree(), Map.of()).get(new Place(folder.path(), profile));
    LoadedChart known = key == null ? null : charts.get(key);
    hits += known == null ? 0 : 1;
    return known;
  }

  private synchronized void place(ChartLocation location, Key key) {
    if (location instanceof ChartLocation.Folder folder) {
      places
          .computeIfAbsent(folder.tree(), _ -> new HashMap<>())
          .put(new Place(folder.path(), key.profile), key);
    }
  }

  /** How often a chart was there. */
  public synchronized CacheUsage usage() {
    return new CacheUsage(hits, misses, bytes);
  }

  /** How often what a release was rendered to was there. */
  public CacheUsage releaseUsage() {
    return releases.usage();
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
    bytes += cost(chart);
    if (old != null) {
      drop(old);
    }
    kept.add(chart);
    Iterator<LoadedChart> eldest = charts.values().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      LoadedChart gone = eldest.next();
      eldest.remove();
      drop(gone);
    }
  }

  private void drop(LoadedChart chart) {
    bytes -= cost(chart);
    kept.remove(chart);
    releases.drop(chart);
  }

  /** What was rendered of the charts that are kept. */
  RecentReleases releases() {
    return releases;
  }

  /** Keeps a result as long as its chart. */
  synchronized void keep(ReleaseKey key, HelmResult result) {
    if (kept.contains(key.chart())) {
      releases.keep(key, result);
    }
  }

  private static long cost(LoadedChart chart) {
    return BYTES_PER_BYTE * chart.chart().size();
  }
}
