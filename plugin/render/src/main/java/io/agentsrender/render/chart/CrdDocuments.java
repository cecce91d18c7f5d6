package io.agentsrender.render.chart;

import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.cache.CacheUsage;
import io.agentsrender.yaml.Dialect;
import io.agentsrender.yaml.Node;
import io.agentsrender.yaml.read.YamlReader;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The documents of CRD files, which no template changes: what was read is kept for the next
 * release, by content and name. Those that were not used for longest go first. Safe for several
 * threads.
 */
public final class CrdDocuments {
  private record Key(String path, Digest digest) {}

  private record Entry(List<Node> documents, int bytes) {}

  private static final int BYTES_PER_BYTE = 10;

  private final long most;
  private final Map<Key, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;
  private long hits;
  private long misses;

  /**
   * @param most bytes of the files whose documents are kept; the documents take some ten times as
   *     much
   */
  public CrdDocuments(long most) {
    this.most = most;
  }

  /**
   * All documents of a file.
   *
   * @param path for their positions
   * @throws io.agentsrender.source.RenderException where it is no YAML
   */
  public List<Node> of(Content file, String path) {
    Key key = new Key(path, file.digest());
    synchronized (kept) {
      Entry known = kept.get(key);
      if (known != null) {
        hits++;
        return known.documents();
      }
      misses++;
    }
    List<Node> documents = List.copyOf(YamlReader.of(Dialect.HELM).all(file, path));
    keep(key, new Entry(documents, file.size()));
    return documents;
  }

  /** How often the documents of a file were there. */
  public CacheUsage usage() {
    synchronized (kept) {
      return new CacheUsage(hits, misses, BYTES_PER_BYTE * bytes);
    }
  }

  private void keep(Key key, Entry entry) {
    synchronized (kept) {
      if (entry.bytes() > most || kept.putIfAbsent(key, entry) != null) {
        return;
      }
      bytes += entry.bytes();
      Iterator<Entry> eldest = kept.values().iterator();
      while (bytes > most) {
        bytes -= eldest.next().bytes();
        eldest.remove();
      }
    }
  }
}
