package io.agentsrender.gotemplate.host;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A host that gives away nothing about the machine. */
record PinnedHost(Instant now, ZoneId zone, RandomGenerator random) implements Host {
  @Override
  public List<String> addresses(String name) {
    return List.of();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }
}
