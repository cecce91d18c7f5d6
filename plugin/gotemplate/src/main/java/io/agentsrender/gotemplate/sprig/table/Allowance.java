package io.agentsrender.gotemplate.sprig.table;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.source.budget.Meter;

/** Counts what a function is about to make, before it takes memory for it. */
public final class Allowance {
  /** A list keeps one reference for each element, ... */
  private static final int REFERENCE_BYTES = 4;

  /** ... and a number that is not a small one is an object of its own. */
  private static final int NUMBER_BYTES = 24;

  private static final long MAX_STRING = Integer.MAX_VALUE - 8L;

  private Allowance() {}

  /** Refuses text that the budget has no room for; what is made in the end is counted anyway. */
  public static void text(Meter meter, long length) {
    if (length > meter.budget().outputBytes()) {
      meter.output(length);
    }
    if (length > MAX_STRING) {
      throw GoError.notSupported("a string of " + length + " bytes");
    }
  }

  /** Counts a list of existing values. */
  public static void list(Meter meter, long length) {
    meter.step(length);
    meter.output(length * REFERENCE_BYTES);
  }

  /** Counts a list of new numbers. */
  public static void numbers(Meter meter, long length) {
    meter.step(length);
    if (length > meter.budget().outputBytes() / NUMBER_BYTES) {
      meter.output(Long.MAX_VALUE);
    }
    meter.output(length * NUMBER_BYTES);
  }
}
