package io.agentsrender.gotemplate.value;

import org.jspecify.annotations.Nullable;

/**
 * The error a Go function returns, or the panic it ends with: both reach a template as text. The
 * evaluator adds where it happened.
 */
public class GoError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with Go's own text, a byte string like all text inside the engine. */
  public GoError(String text) {
    super(text, null, false, false);
  }

  public GoError(String text, @Nullable Throwable cause) {
    super(text, cause, false, false);
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
    return text().contains("not supported: ");
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
