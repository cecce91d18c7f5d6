package io.agentsrender.server.archive;

import io.agentsrender.source.RenderException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a gzipped tar archive, pushed in as they arrive, into a source tree in memory.
 * Used by one thread at a time.
 */
public final class ArchiveDecoder implements AutoCloseable {
  private final ArchiveLimits limits;
  private final TreeCollector collector;
  private final TarDecoder tar;
  private final GzipDecoder gzip;
  private long packedBytes;
  private long unpackedBytes;
  private @Nullable RenderException failure;

  /**
   * @param memory told of bytes before they are taken for the tree; it may refuse by a {@link
   *     RenderException}
   */
  public ArchiveDecoder(ArchiveLimits limits, LongConsumer memory) {
    this.limits = limits;
    this.collector = new TreeCollector(limits, memory);
    this.tar = new TarDecoder(collector);
    this.gzip = new GzipDecoder(this::unpacked);
  }

  /**
   * The next bytes. What is wrong with them is said by {@link #finish()}: the stream is read to its
   * end in any case.
   */
  public void accept(byte[] bytes, int offset, int length) {
    packedBytes += length;
    if (failure != null) {
      return;
    }
    try {
      if (packedBytes > limits.packedBytes()) {
        throw ArchiveProblem.limit(
            "it is larger than " + limits.packedBytes() + " bytes",
            "AGENTS_RENDER_MAX_ARCHIVE_BYTES");
      }
      gzip.accept(bytes, offset, length);
    } catch (RenderException e) {
      failure = e;
      collector.discard();
      gzip.close();
    }
  }

  private void unpacked(byte[] bytes, int offset, int length) {
    unpackedBytes += length;
    if (unpackedBytes > limits.unpackedBytes()) {
      throw ArchiveProblem.limit(
          "it unpacks to more than " + limits.unpackedBytes() + " bytes",
          "AGENTS_RENDER_MAX_UNPACKED_BYTES");
    }
    if (unpackedBytes > ArchiveLimits.RATIO_FLOOR_BYTES
        && unpackedBytes / limits.ratio() > packedBytes) {
      throw ArchiveProblem.limit(
          "it unpacks to more than " + limits.ratio() + " times its size",
          "AGENTS_RENDER_MAX_ARCHIVE_RATIO");
    }
    tar.accept(bytes, offset, length);
  }

  /**
   * The tree, once all bytes have come.
   *
   * @throws RenderException where the archive is corrupt, hostile or over a limit
   */
  public UnpackedArchive finish() {
    if (failure != null) {
      throw failure;
    }
    gzip.finish();
    tar.finish();
    return collector.finish(unpackedBytes);
  }

  @Override
  public void close() {
    gzip.close();
  }
}
