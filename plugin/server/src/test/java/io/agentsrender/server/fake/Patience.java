package io.agentsrender.server.fake;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is bound to happen: the limit only ends a test that has failed already. */
public final class Patience {
  /** Far above what a busy machine may need. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private Patience() {}

  /** Returns as soon as it is so. */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited in vain until " + what);
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException("while waiting until " + what, e);
      }
    }
  }
}
