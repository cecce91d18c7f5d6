package io.agentsrender.fetch.failure;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/** Something that stands elsewhere cannot be had. */
public final class FetchException extends RenderException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** The configuration does not allow the place. */
    NOT_ALLOWED,
    /** It would take a connection, and none is to be opened. */
    OFFLINE,
    /** The address cannot be read, or is of a kind that is never fetched. */
    BAD_ADDRESS,
    /** The server does not know it. */
    NOT_FOUND,
    /** The server wants other credentials, or the configured ones cannot be read. */
    UNAUTHORIZED,
    /** The repository has no such branch, tag or commit. */
    UNKNOWN_REVISION,
    /** No version is in the wanted range. */
    NO_VERSION,
    /** What came is not what was pinned. */
    DIGEST_MISMATCH,
    /** It goes beyond a limit. */
    TOO_LARGE,
    /** It took too long. */
    TIMEOUT,
    /** What came cannot be read. */
    MALFORMED,
    /** The server cannot be reached, or broke off. */
    UNREACHABLE,
    /** It exists, but is of a kind that is not fetched. */
    NOT_SUPPORTED,
    /** The caller gave up. */
    CANCELLED;

    private Problem.Kind ofProblem() {
      return switch (this) {
        case NOT_ALLOWED, OFFLINE -> Problem.Kind.REFUSED;
        case NOT_SUPPORTED -> Problem.Kind.NOT_SUPPORTED;
        case UNAUTHORIZED, UNREACHABLE, TIMEOUT -> Problem.Kind.REMOTE;
        case TOO_LARGE -> Problem.Kind.LIMIT;
        default -> Problem.Kind.FAULT;
      };
    }
  }

  public FetchException(Kind kind, Problem problem) {
    super(problem.withKind(kind.ofProblem()));
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** An error with what to do about it. */
  public static FetchException of(Kind kind, String tried, String reason, String advice) {
    return new FetchException(kind, Problem.error(tried, reason).withAdvice(advice));
  }
}
