package io.agentsrender.gotemplate.host;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What a template may learn from outside of its values. */
public interface Host {
  /** What {@code now} is. */
  Instant now();

  /** The zone in which times are shown. */
  ZoneId zone();

  /** The source of all random names, keys and salts. */
  RandomGenerator random();

  /** The addresses of a name; empty where there are none or names are not resolved. */
  List<String> addresses(String name);

  /** A variable of the environment. */
  Optional<String> environment(String name);

  /**
   * A host that answers the same whenever it is asked: a fixed time in UTC, random numbers from a
   * fixed seed, no names and no environment.
   */
  static Host pinned(Instant now, long seed) {
    return new PinnedHost(now, ZoneOffset.UTC, new SplittableRandom(seed));
  }

  /**
   * The machine's own clock, zone and randomness; names are not resolved and the environment is
   * empty, as templates must learn neither by default.
   */
  static Host system() {
    return new SystemHost(new SecureRandom());
  }
}
