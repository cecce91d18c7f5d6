package io.agentsrender.fetch.access;

import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import java.time.Duration;

/** When one fetch must be done. */
public final class Deadline {
  private final Duration limit;
  private final long end;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** So long from now. */
  public static Deadline in(Duration limit) {
    return new Deadline(limit);
  }

  /** What is left; zero where it has passed. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** That it has passed. */
  public FetchException exceeded(String tried, RemoteAddress address) {
    return FetchException.of(
        Kind.TIMEOUT,
        tried,
        address.authority() + " did not answer within " + limit.toSeconds() + " s",
        "Try again; a longer limit is set by --fetch-timeout (AGENTS_RENDER_FETCH_SECONDS).");
  }

  /** That the caller gave up; the thread stays interrupted. */
  public static FetchException cancelled(String tried) {
    Thread.currentThread().interrupt();
    return FetchException.of(
        Kind.CANCELLED,
        tried,
        "it was cancelled by the caller",
        "Ask again if the answer is still wanted.");
  }
}
