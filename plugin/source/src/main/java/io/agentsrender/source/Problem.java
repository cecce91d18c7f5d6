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
 * @param kind whose doing it is
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
    Kind kind,
    Optional<String> topic,
    List<Frame> trail) {

  /** Whose doing a problem is. */
  public enum Kind {
    /** What was given is wrong. */
    FAULT,
    /** It uses more than a render may. */
    LIMIT,
    /** What stands elsewhere could not be had: it may go well another time. */
    REMOTE,
    /** It may well be right, but is not done here, or not surely as the real tool does it. */
    NOT_SUPPORTED,
    /** The configuration forbids it. */
    REFUSED;

    private boolean isRefusal() {
      return this == NOT_SUPPORTED || this == REFUSED;
    }
  }

  /** One step of a {@link #trail()}, such as {@code include "agents.labels"} at its call. */
  public record Frame(String what, Position at) {}

  public Problem {
    requireNonNull(severity, "severity is null");
    requireNonNull(tried, "tried is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(kind, "kind is null");
    trail = List.copyOf(trail);
  }

  /** Starts an error; further facts are added by the {@code with} methods. */
  public static Problem error(String tried, String reason) {
    return of(Severity.ERROR, tried, reason);
  }

  /** Starts the error that something is not done here, whether or not it is right. */
  public static Problem notSupported(String tried, String reason) {
    return error(tried, reason).withKind(Kind.NOT_SUPPORTED);
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
        Kind.FAULT,
        Optional.empty(),
        List.of());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Whether there are errors, and all say that something is not supported or not allowed. */
  public static boolean areRefusals(List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    return !errors.isEmpty() && errors.stream().allMatch(error -> error.kind.isRefusal());
  }

  public Problem withTried(String tried) {
    return new Problem(severity, tried, reason, place, excerpt, advice, kind, topic, trail);
  }

  public Problem withReason(String reason) {
    return new Problem(severity, tried, reason, place, excerpt, advice, kind, topic, trail);
  }

  public Problem withPlace(@Nullable Position place) {
    return new Problem(
        severity, tried, reason, Optional.ofNullable(place), excerpt, advice, kind, topic, trail);
  }

  public Problem withExcerpt(@Nullable String excerpt) {
    return new Problem(
        severity, tried, reason, place, Optional.ofNullable(excerpt), advice, kind, topic, trail);
  }

  public Problem withAdvice(@Nullable String advice) {
    return new Problem(
        severity, tried, reason, place, excerpt, Optional.ofNullable(advice), kind, topic, trail);
  }

  public Problem withKind(Kind kind) {
    return new Problem(severity, tried, reason, place, excerpt, advice, kind, topic, trail);
  }

  /** The same, of the kind of the failure behind it unless it has its own. */
  public Problem causedBy(@Nullable Throwable cause) {
    return kind == Kind.FAULT && cause instanceof RenderException failure
        ? withKind(failure.problems().getFirst().kind())
        : this;
  }

  /** Says which rule of {@code check} finds this, too. */
  public Problem withTopic(String topic) {
    return new Problem(
        severity, tried, reason, place, excerpt, advice, kind, Optional.of(topic), trail);
  }

  public Problem withTrail(List<Frame> trail) {
    return new Problem(severity, tried, reason, place, excerpt, advice, kind, topic, trail);
  }

  public Problem withSeverity(Severity severity) {
    return new Problem(severity, tried, reason, place, excerpt, advice, kind, topic, trail);
  }

  /** One line: {@code tried: reason (place)}. */
  @Override
  public String toString() {
    String text = tried + ": " + reason;
    return place.map(at -> text + " (" + at + ")").orElse(text);
  }
}
