package io.agentsrender.kustomize.resource;

import io.agentsrender.source.Content;
import io.agentsrender.source.Digest;
import io.agentsrender.source.cache.CacheUsage;
import io.agentsrender.source.cache.RecentlyUsed;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was parsed and written last, up to a size: files by their digest and name, documents
 * that charts rendered by their text, the text of objects by what they hold. The second build of a
 * kustomization parses and writes only what has changed. For many threads; owned by whoever builds.
 */
public final class RecentDocuments implements DocumentCache {
  /**
   * What parsed documents, and objects as maps, are taken to cost for each byte of their text: an
   * estimate, on the safe side.
   */
  private static final long BYTES_PER_BYTE = 15;

  private static final long ENTRY = 256;

  private final RecentlyUsed<File, List<Node>> files;
  private final RecentlyUsed<Piece, Node> pieces;
  private final RecentlyUsed<Map<String, ?>, String> texts;

  private record File(Digest content, String name) {}

  private record Piece(String text, int line) {}

  /**
   * @param maxBytes how much memory it may keep, as an estimate
   */
  public RecentDocuments(long maxBytes) {
    this.files = new RecentlyUsed<>(maxBytes / 2);
    this.pieces = new RecentlyUsed<>(maxBytes / 4);
    this.texts = new RecentlyUsed<>(maxBytes / 4);
  }

  private static long cost(int length) {
    return ENTRY + BYTES_PER_BYTE * length;
  }

  /** How often a file, or a document that a chart rendered, was there. */
  public CacheUsage usage() {
    CacheUsage read = files.usage();
    CacheUsage rendered = pieces.usage();
    return new CacheUsage(
        read.hits() + rendered.hits(),
        read.misses() + rendered.misses(),
        read.bytes() + rendered.bytes() + texts.weight());
  }

  @Override
  public List<Node> documents(Content content, String file, Supplier<List<Node>> parser) {
    File key = new File(content.digest(), file);
    List<Node> known = files.get(key);
    if (known == null) {
      // Two threads may parse the same file at once; either result serves.
      known = List.copyOf(parser.get());
      files.put(key, known, cost(content.size()));
    }
    return known;
  }

  @Override
  public Node document(String piece, int line, Supplier<Node> parser) {
    Piece key = new Piece(piece, line);
    Node known = pieces.get(key);
    if (known == null) {
      known = parser.get();
      pieces.put(key, known, cost(piece.length()));
    }
    return known;
  }

  @Override
  public String text(Map<String, ? extends @Nullable Object> object, Supplier<String> writer) {
    String known = texts.get(object);
    if (known == null) {
      known = writer.get();
      texts.put(object, known, cost(known.length()));
    }
    return known;
  }
}
