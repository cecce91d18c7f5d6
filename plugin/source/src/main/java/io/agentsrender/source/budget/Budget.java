package io.agentsrender.source.budget;

import java.time.Duration;

/**
 * What one render may use. Repository content is untrusted: a template can loop, a chart can
 * include itself, an output can grow without end; each limit turns that into an error with a
 * position.
 *
 * @param steps template actions and function calls, weighted by their work
 * @param outputBytes bytes of rendered text, those of includes counted too
 * @param depth how deep templates may include each other; Helm's own limit of 1000 applies below it
 * @param time wall clock for the whole render
 */
public record Budget(long steps, long outputBytes, int depth, Duration time) {
  /** Ten times what the largest public charts use. */
  public static final Budget DEFAULT =
      new Budget(200_000_000L, 512L << 20, 100_000, Duration.ofSeconds(90));

  public Budget {
    if (steps <= 0 || outputBytes <= 0 || depth <= 0 || !time.isPositive()) {
      throw new IllegalArgumentException("a budget needs positive limits");
    }
  }

  public Budget withSteps(long steps) {
    return new Budget(steps, outputBytes, depth, time);
  }

  public Budget withOutputBytes(long outputBytes) {
    return new Budget(steps, outputBytes, depth, time);
  }

  public Budget withDepth(int depth) {
    return new Budget(steps, outputBytes, depth, time);
  }

  public Budget withTime(Duration time) {
    return new Budget(steps, outputBytes, depth, time);
  }

  /** Starts to count, from now. */
  public Meter meter() {
    return new Meter(this, System::nanoTime, () -> Thread.currentThread().isInterrupted());
  }
}
