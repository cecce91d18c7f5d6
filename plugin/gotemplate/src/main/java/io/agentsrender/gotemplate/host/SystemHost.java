package io.agentsrender.gotemplate.host;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The clock and the randomness of the machine, and nothing else of it. */
record SystemHost(RandomGenerator random) implements Host {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public List<String> addresses(String name) {
    return List.of();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }
}
