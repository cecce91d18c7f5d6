package io.agentsrender.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a person must know about a render: what was tried, why it failed, where, and what to
 * do.
 *
 * <p>No part of a problem may carry the content of a Secret.
 *
 * @param tried what was being done, as in {@code rendering chart "agents"}
 * @param reason why it failed, with the offending value and, where a real tool has words for it,
 *     those words
 * @param place where the cause stands
 * @param excerpt the source line at {@code place}; absent where it might show a secret
 * @param advice what to do about it
 * @param topic the rule of {@code check} that it belongs to, by name; absent for what is no rule's
 * @param trail how the render came to {@code place}, innermost first: includes, bases, dependencies
 */
public record Problem(
    Severity severity,
    String tried,
    String reason,
    Optional<Position> place,
    Optional<String> excerpt,
    Optional<String> advice,
    Optional<String> topic,
    List<Frame> trail) {

  /** One step of a {@link #trail()}, such as {@code include "agents.labels"} at its call. */
  public record Frame(String what, Position at) {}

  public Problem {
    requireNonNull(severity, "severity is null");
    requireNonNull(tried, "tried is null");
    requireNonNull(reason, "reason is null");
    trail = List.copyOf(trail);
  }

  /** Starts an error; further facts are added by the {@code with} methods. */
  public static Problem error(String tried, String reason) {
    return of(Severity.ERROR, tried, reason);
  }

  /** Starts a warning; further facts are added by the {@code with} methods. */
  public static Problem warning(String tried, String reason) {
    return of(Severity.WARNING, tried, reason);
  }

  private static Problem of(Severity severity, String tried, String reason) {
    return new Problem(
        severity,
        tried,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Problem withTried(String tried) {
    return new Problem(severity, tried, reason, place, excerpt, advice, topic, trail);
  }

  public Problem withReason(String reason) {
    return new Problem(severity, tried, reason, place, excerpt, advice, topic, trail);
  }

  public Problem withPlace(@Nullable Position place) {
    return new Problem(
        severity, tried, reason, Optional.ofNullable(place), excerpt, advice, topic, trail);
  }

  public Problem withExcerpt(@Nullable String excerpt) {
    return new Problem(
        severity, tried, reason, place, Optional.ofNullable(excerpt), advice, topic, trail);
  }

  public Problem withAdvice(@Nullable String advice) {
    return new Problem(
        severity, tried, reason, place, excerpt, Optional.ofNullable(advice), topic, trail);
  }

  /** Says which rule of {@code check} finds this, too. */
  public Problem withTopic(String topic) {
    return new Problem(severity, tried, reason, place, excerpt, advice, Optional.of(topic), trail);
  }

  public Problem withTrail(List<Frame> trail) {
    return new Problem(severity, tried, reason, place, excerpt, advice, topic, trail);
  }

  public Problem withSeverity(Severity severity) {
    return new Problem(severity, tried, reason, place, excerpt, advice, topic, trail);
  }

  /** One line: {@code tried: reason (place)}. */
  @Override
  public String toString() {
    String text = tried + ": " + reason;
    return place.map(at -> text + " (" + at + ")").orElse(text);
  }
}
