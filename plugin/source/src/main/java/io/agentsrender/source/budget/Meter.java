package io.agentsrender.source.budget;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Counts what one render uses against its {@link Budget}. Used by one thread at a time; a render is
 * cancelled through the {@code cancelled} hook, which is asked together with the clock.
 */
public final class Meter {
  /**
   * The clock and the cancellation are asked once for so many steps: often enough to stop within a
   * millisecond.
   */
  private static final long STEPS_BETWEEN_CLOCK_READINGS = 4096;

  private final Budget budget;
  private final LongSupplier nanoTime;
  private final BooleanSupplier cancelled;
  private final long deadline;
  private long steps;
  private long nextClockReading;
  private long outputBytes;
  private int depth;

  public Meter(Budget budget, LongSupplier nanoTime, BooleanSupplier cancelled) {
    this.budget = budget;
    this.nanoTime = nanoTime;
    this.cancelled = cancelled;
    this.deadline = nanoTime.getAsLong() + budget.time().toNanos();
    this.nextClockReading = Math.min(STEPS_BETWEEN_CLOCK_READINGS, budget.steps() + 1);
  }

  public Budget budget() {
    return budget;
  }

  /**
   * Counts one step.
   *
   * @throws BudgetExceededException where steps or time are used up, or the render was cancelled
   */
  public void step() {
    step(1);
  }

  /** Counts work worth {@code weight} steps: a function that walks n elements takes n. */
  public void step(long weight) {
    steps += weight;
    if (steps >= nextClockReading) {
      check();
    }
  }

  private void check() {
    if (steps > budget.steps() || steps < 0) {
      throw new BudgetExceededException(
          BudgetExceededException.Limit.STEPS, "it takes more than " + budget.steps() + " steps");
    }
    nextClockReading = Math.min(steps + STEPS_BETWEEN_CLOCK_READINGS, budget.steps() + 1);
    checkTime();
  }

  /** Asks the clock and the cancellation at once: before and after long work. */
  public void checkTime() {
    if (cancelled.getAsBoolean()) {
      throw new BudgetExceededException(
          BudgetExceededException.Limit.CANCELLED, "it was cancelled by the caller");
    }
    if (nanoTime.getAsLong() - deadline > 0) {
      throw new BudgetExceededException(
          BudgetExceededException.Limit.TIME,
          "it takes longer than " + budget.time().toMillis() + " ms");
    }
  }

  /**
   * Counts produced text.
   *
   * @throws BudgetExceededException where it is too much
   */
  public void output(long bytes) {
    outputBytes += bytes;
    if (outputBytes > budget.outputBytes() || outputBytes < 0) {
      throw new BudgetExceededException(
          BudgetExceededException.Limit.OUTPUT,
          "it produces more than " + budget.outputBytes() + " bytes");
    }
  }

  /**
   * Goes one level deeper; every call needs its {@link #leave()}.
   *
   * @throws BudgetExceededException where it is too deep
   */
  public void enter() {
    if (++depth > budget.depth()) {
      throw new BudgetExceededException(
          BudgetExceededException.Limit.DEPTH,
          "it nests deeper than " + budget.depth() + " levels");
    }
  }

  public void leave() {
    depth--;
  }
}
