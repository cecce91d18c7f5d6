package io.agentsrender.helm;

import io.agentsrender.gotemplate.host.Host;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Remembers whether anything was asked that has another answer at another time or place. */
final class ObservedHost implements Host {
  private final Host host;
  private boolean asked;

  ObservedHost(Host host) {
    this.host = host;
  }

  /** Whether what was rendered depends on more than the request. */
  boolean wasAsked() {
    return asked;
  }

  private Host ask() {
    asked = true;
    return host;
  }

  @Override
  public Instant now() {
    return ask().now();
  }

  @Override
  public ZoneId zone() {
    return ask().zone();
  }

  @Override
  public RandomGenerator random() {
    return ask().random();
  }

  @Override
  public List<String> addresses(String name) {
    return ask().addresses(name);
  }

  @Override
  public Optional<String> environment(String name) {
    return ask().environment(name);
  }
}
