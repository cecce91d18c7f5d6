package io.agentsrender.gotemplate.crypto;

import io.agentsrender.source.budget.Meter;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * The host's random numbers for the JDK's key generators. Since these ask for numbers all the time,
 * it also watches the clock of the render.
 */
public final class HostRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient RandomGenerator random;
  private final transient Meter meter;

  public HostRandom(RandomGenerator random, Meter meter) {
    super(null, null);
    this.random = random;
    this.meter = meter;
  }

  @Override
  public void nextBytes(byte[] bytes) {
    meter.checkTime();
    random.nextBytes(bytes);
  }

  /** The host's numbers need no more seed. */
  @Override
  public void setSeed(byte[] seed) {}

  @Override
  public void setSeed(long seed) {}

  @Override
  public String getAlgorithm() {
    return "Host";
  }
}
