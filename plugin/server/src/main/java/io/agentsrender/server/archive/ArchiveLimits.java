package io.agentsrender.server.archive;

/**
 * What one archive may be. The official plugin server has no such limits, so these are wide: they
 * stop bombs, and no repository that people work with.
 *
 * @param packedBytes of the archive as it is sent
 * @param unpackedBytes of the tar stream in it, the drained {@code .git} included
 * @param ratio how many times larger than the archive the tar stream may be; looked at from 16 MiB
 *     on
 * @param entries of the tar stream
 * @param nameBytes of one entry's name or link target
 * @param depth folders above one entry
 */
public record ArchiveLimits(
    long packedBytes, long unpackedBytes, int ratio, int entries, int nameBytes, int depth) {
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(1L << 30, 4L << 30, 200, 250_000, 4096, 100);

  /** Small repositories of repetitive YAML pack far better than a whole one ever does. */
  static final long RATIO_FLOOR_BYTES = 16L << 20;

  public ArchiveLimits {
    if (packedBytes <= 0
        || unpackedBytes <= 0
        || ratio <= 0
        || entries <= 0
        || nameBytes <= 0
        || depth <= 0) {
      throw new IllegalArgumentException("an archive needs positive limits");
    }
  }

  public ArchiveLimits withPackedBytes(long packedBytes) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }

  public ArchiveLimits withUnpackedBytes(long unpackedBytes) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }

  public ArchiveLimits withRatio(int ratio) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }

  public ArchiveLimits withEntries(int entries) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }

  public ArchiveLimits withNameBytes(int nameBytes) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }

  public ArchiveLimits withDepth(int depth) {
    return new ArchiveLimits(packedBytes, unpackedBytes, ratio, entries, nameBytes, depth);
  }
}
