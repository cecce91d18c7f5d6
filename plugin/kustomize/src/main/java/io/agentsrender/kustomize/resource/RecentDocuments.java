package io.agentsrender.kustomize.resource;

import io.agentsrender.source.CacheUsage;
import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.yaml.Node;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was parsed last, by the digest and the name of the file, up to a size: the second
 * build of a kustomization parses only what has changed. For many threads; owned by whoever builds.
 */
public final class RecentDocuments implements DocumentCache {
  /**
   * What parsed documents are taken to cost for each byte of their text: an estimate, on the safe
   * side.
   */
  private static final int BYTES_PER_BYTE = 15;

  private final long maxBytes;
  private final LinkedHashMap<Key, Parsed> files = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long hits;
  private long misses;

  private record Key(Digest content, String file) {}

  private record Parsed(List<Node> documents, long bytes) {}

  /**
   * @param maxBytes how much memory it may keep, as an estimate
   */
  public RecentDocuments(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public List<Node> documents(Content content, String file, Supplier<List<Node>> parser) {
    Key key = new Key(content.digest(), file);
    Parsed known = get(key);
    if (known == null) {
      // Two threads may parse the same file at once; either result serves.
      known = new Parsed(List.copyOf(parser.get()), (long) BYTES_PER_BYTE * content.size());
      put(key, known);
    }
    return known.documents;
  }

  /** How often a file was there. */
  public synchronized CacheUsage usage() {
    return new CacheUsage(hits, misses, bytes);
  }

  private synchronized @Nullable Parsed get(Key key) {
    Parsed known = files.get(key);
    if (known == null) {
      misses++;
    } else {
      hits++;
    }
    return known;
  }

  private synchronized void put(Key key, Parsed parsed) {
    Parsed old = files.put(key, parsed);
    bytes += parsed.bytes - (old == null ? 0 : old.bytes);
    Iterator<Parsed> eldest = files.values().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      bytes -= eldest.next().bytes;
      eldest.remove();
    }
  }
}
