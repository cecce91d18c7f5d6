package io.agentsrender.kustomize.failure;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends one step of a build, with the words kustomize has for it. A caller may try something else,
 * as kustomize does when a resource is no file but a folder, or wrap it with its own words in
 * front.
 */
public final class BuildFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient @Nullable Position place;
  private final @Nullable String advice;
  private final boolean malformed;
  private final Problem.Kind kind;

  private BuildFailure(
      String reason,
      @Nullable Position place,
      @Nullable String advice,
      boolean malformed,
      Problem.Kind kind) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.place = place;
    this.advice = advice;
    this.malformed = malformed;
  }

  public static BuildFailure of(String reason) {
    return new BuildFailure(reason, null, null, false, Problem.Kind.FAULT);
  }

  /** What kustomize does and we do not, or not surely as kustomize does. */
  public static BuildFailure notSupported(String reason) {
    return new BuildFailure(reason, null, null, false, Problem.Kind.NOT_SUPPORTED);
  }

  /** What YAML itself refuses; kustomize tells it from other failures of reading a file. */
  public static BuildFailure malformed(String reason, @Nullable Position place) {
    return new BuildFailure(reason, place, null, true, Problem.Kind.FAULT);
  }

  /** The first problem of a failure below this library, told in a build's terms. */
  public static BuildFailure of(RenderException failure) {
    Problem problem = failure.problems().getFirst();
    return new BuildFailure(
        problem.reason(),
        problem.place().orElse(null),
        problem.advice().orElse(null),
        false,
        problem.kind());
  }

  /** The same failure at a place, unless a more exact one is known. */
  public BuildFailure at(@Nullable Position place) {
    return this.place != null || place == null
        ? this
        : new BuildFailure(reason, place, advice, malformed, kind);
  }

  public BuildFailure withAdvice(String advice) {
    return this.advice != null ? this : new BuildFailure(reason, place, advice, malformed, kind);
  }

  /** With the advice, the place and the kind of another failure, where it has none of its own. */
  public BuildFailure or(BuildFailure other) {
    return new BuildFailure(
        reason,
        place == null ? other.place : place,
        advice == null ? other.advice : advice,
        malformed,
        kind == Problem.Kind.FAULT ? other.kind : kind);
  }

  /** {@code prefix: reason}. */
  public BuildFailure wrap(String prefix) {
    return withReason(prefix + ": " + reason);
  }

  public BuildFailure withReason(String reason) {
    return new BuildFailure(reason, place, advice, malformed, kind);
  }

  /** Does the work; a failure of it gets the prefix. */
  public static <T extends @Nullable Object> T wrapping(String prefix, Supplier<T> work) {
    try {
      return work.get();
    } catch (BuildFailure failure) {
      throw failure.wrap(prefix);
    }
  }

  public String reason() {
    return reason;
  }

  public @Nullable Position place() {
    return place;
  }

  /** Whether the cause is text that is not YAML. */
  public boolean isMalformed() {
    return malformed;
  }

  public Problem problem(String tried) {
    return Problem.error(tried, reason).withKind(kind).withPlace(place).withAdvice(advice);
  }

  /**
   * Failing is a normal way through a build: text that is no patch of one kind is tried as another.
   */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
