package io.agentsrender.server.schedule;

import java.time.Duration;

/** The time by which calls are measured. It is handed in, so that tests can turn it by hand. */
public interface AlarmClock extends AutoCloseable {
  /** As {@link System#nanoTime()}: only differences mean anything. */
  long nanoTime();

  /** Does something once, after a while, on a thread of the clock's. */
  Alarm after(Duration delay, Runnable action);

  /** Something that the clock is to do. */
  @FunctionalInterface
  interface Alarm {
    /** Without effect once it is done. */
    void cancel();
  }

  /** Nothing rings any more. */
  @Override
  void close();
}
