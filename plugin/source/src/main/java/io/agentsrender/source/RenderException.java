package io.agentsrender.source;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends the work at hand with one or more problems. It is caught at the front doors of the
 * libraries, which return the problems as values.
 */
public class RenderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public RenderException(Problem problem) {
    this(List.of(problem));
  }

  /** The problem is of the kind of its cause's, unless it has its own. */
  public RenderException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problems = List.of(problem.causedBy(cause));
  }

  /**
   * @param problems at least one
   */
  public RenderException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a failure needs a problem");
    }
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The same, with this place for the problems that name none: who asked knows the line. */
  public RenderException askedForAt(@Nullable Position place) {
    return new RenderException(
        problems.stream()
            .map(problem -> problem.place().isPresent() ? problem : problem.withPlace(place))
            .toList());
  }

  /**
   * Many renders of hostile input end this way; a stack trace helps nobody and costs most of the
   * time.
   */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
