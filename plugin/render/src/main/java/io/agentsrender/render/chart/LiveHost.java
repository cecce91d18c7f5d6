package io.agentsrender.render.chart;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.source.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The real clock and real randomness, for charts that ask for them: a password from a fixed seed
 * would be known to everybody. What was asked for is remembered, since such a chart renders
 * differently each time. Names are not resolved and the environment is empty, as in {@code helm
 * template}.
 */
public final class LiveHost implements Host {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private boolean clockRead;
  private boolean randomUsed;

  /**
   * @param clock with the zone in which times are shown
   */
  public LiveHost(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    clockRead = true;
    return clock.instant();
  }

  @Override
  public ZoneId zone() {
    return clock.getZone();
  }

  @Override
  public RandomGenerator random() {
    randomUsed = true;
    return RANDOM;
  }

  @Override
  public List<String> addresses(String name) {
    return List.of();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }

  /** A warning for each reason why the next render of {@code chart} may differ. */
  List<Problem> warnings(String chart) {
    List<Problem> warnings = new ArrayList<>();
    if (randomUsed) {
      warnings.add(
          changing(chart, "uses random values (rand..., uuidv4, gen..., bcrypt, htpasswd)"));
    }
    if (clockRead) {
      warnings.add(changing(chart, "reads the clock (now, ago, date)"));
    }
    return warnings;
  }

  private static Problem changing(String chart, String what) {
    return Problem.warning(
            "rendering chart \"" + chart + "\"",
            "it " + what + ", so that every render differs and Argo CD shows it as out of sync")
        .withAdvice("Set the value that it makes up, or keep it in a Secret of your own.");
  }
}
