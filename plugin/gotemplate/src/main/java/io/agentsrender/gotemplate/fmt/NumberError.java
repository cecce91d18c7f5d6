package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoError;

/** A text that is not the number asked for ({@code strconv.NumError}). */
public final class NumberError extends GoError {
  private static final long serialVersionUID = 1L;

  private final boolean outOfRange;

  private NumberError(String function, String number, String reason, boolean outOfRange) {
    super("strconv." + function + ": parsing " + Quotes.quote(number) + ": " + reason);
    this.outOfRange = outOfRange;
  }

  static NumberError syntax(String function, String number) {
    return new NumberError(function, number, "invalid syntax", false);
  }

  static NumberError outOfRange(String function, String number) {
    return new NumberError(function, number, "value out of range", true);
  }

  /** Whether the text is a number, but one that does not fit. */
  public boolean isOutOfRange() {
    return outOfRange;
  }
}
