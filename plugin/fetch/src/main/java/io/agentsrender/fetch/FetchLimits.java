package io.agentsrender.fetch;

import java.time.Duration;

/**
 * How much may be fetched.
 *
 * @param time of one fetch: a commit, a chart, an index
 * @param bytes of one fetch as it comes over the wire
 * @param indexAge how long the index of a chart repository is used without asking again
 */
public record FetchLimits(Duration time, long bytes, Duration indexAge) {
  private static final long MEBIBYTE = 1L << 20;

  /** The eighth of the heap, so that a few at the same time leave room for renders. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          Duration.ofSeconds(60),
          Math.min(256 * MEBIBYTE, Runtime.getRuntime().maxMemory() / 8),
          Duration.ofMinutes(3));

  public FetchLimits withTime(Duration time) {
    return new FetchLimits(time, bytes, indexAge);
  }

  public FetchLimits withBytes(long bytes) {
    return new FetchLimits(time, bytes, indexAge);
  }

  public FetchLimits withIndexAge(Duration indexAge) {
    return new FetchLimits(time, bytes, indexAge);
  }
}
