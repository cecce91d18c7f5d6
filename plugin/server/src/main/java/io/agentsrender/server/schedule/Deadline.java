package io.agentsrender.server.schedule;

import java.time.Duration;
import java.util.Optional;

/**
 * When a call has to be answered: a little before its client gives up, so that the user reads our
 * reason and not "context deadline exceeded".
 *
 * @param nanoTime on the clock
 * @param set whether the client has set it, or it is our own
 */
public record Deadline(long nanoTime, boolean set, AlarmClock clock) {
  /** The official server keeps as much (cmpserver/plugin/plugin.go, cmpTimeoutBuffer). */
  private static final Duration MARGIN = Duration.ofMillis(100);

  /**
   * @param clientsLeft the time the client still waits; empty where it waits for ever
   * @param own how long a call may take whose client has no deadline
   */
  public static Deadline of(Optional<Duration> clientsLeft, Duration own, AlarmClock clock) {
    Duration left = clientsLeft.map(time -> time.minus(MARGIN)).orElse(own);
    return new Deadline(clock.nanoTime() + left.toNanos(), clientsLeft.isPresent(), clock);
  }

  /** Zero once it is over. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - clock.nanoTime()));
  }
}
