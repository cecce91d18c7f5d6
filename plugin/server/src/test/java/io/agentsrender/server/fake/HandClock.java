package io.agentsrender.server.fake;

import io.agentsrender.server.schedule.AlarmClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until it is turned. */
public final class HandClock implements AlarmClock {
  private record Ring(long at, Runnable action) {}

  private final List<Ring> rings = new ArrayList<>();
  private long now;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable action) {
    Ring ring = new Ring(now + delay.toNanos(), action);
    rings.add(ring);
    return () -> {
      synchronized (this) {
        rings.remove(ring);
      }
    };
  }

  /** Time passes, and everything that falls due is done when this returns. */
  public void advance(Duration time) {
    List<Ring> due;
    synchronized (this) {
      now += time.toNanos();
      due =
          rings.stream()
              .filter(ring -> ring.at <= now)
              .sorted(Comparator.comparingLong(Ring::at))
              .toList();
      rings.removeAll(due);
    }
    due.forEach(ring -> ring.action.run());
  }

  @Override
  public synchronized void close() {
    rings.clear();
  }
}
