package io.agentsrender.gotemplate.value;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import org.jspecify.annotations.Nullable;

/**
 * The error a Go function returns, or the panic it ends with: both reach a template as text. The
 * evaluator adds where it happened.
 */
public class GoError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean notSupported;

  /** An error with Go's own text, a byte string like all text inside the engine. */
  public GoError(String text) {
    this(text, null, false);
  }

  /** An error that came of another one; what is not supported stays so. */
  public GoError(String text, @Nullable Throwable cause) {
    this(text, cause, isNotSupported(cause));
  }

  private GoError(String text, @Nullable Throwable cause, boolean notSupported) {
    super(text, cause, false, false);
    this.notSupported = notSupported;
  }

  /** What Go does and this engine does not, or not surely as Go does. */
  public static GoError notSupported(String what) {
    return notSupported(what, null);
  }

  public static GoError notSupported(String what, @Nullable Throwable cause) {
    return new GoError("not supported: " + what, cause, true);
  }

  private static boolean isNotSupported(@Nullable Throwable cause) {
    return switch (cause) {
      case GoError error -> error.notSupported;
      case RenderException failure ->
          failure.problems().getFirst().kind() == Problem.Kind.NOT_SUPPORTED;
      case null, default -> false;
    };
  }

  /** Go's text. */
  public String text() {
    return String.valueOf(getMessage());
  }

  /**
   * Whether this is a limit of this engine and nothing that Go would say: functions that turn Go's
   * errors into an answer let it pass.
   */
  public boolean isNotSupported() {
    return notSupported;
  }

  /** The panic of an index that is not there. */
  public static GoError indexOutOfRange(long index, int length) {
    return new GoError(
        "runtime error: index out of range ["
            + index
            + "]"
            + (index < 0 ? "" : " with length " + length));
  }

  /** The panic of an integer division by zero. */
  public static GoError divideByZero() {
    return new GoError("runtime error: integer divide by zero");
  }
}
