package io.agentsrender.gotemplate.regex;

import io.agentsrender.source.budget.Meter;

/** Text that counts steps whenever it is looked at, so that no search runs for ever. */
final class MeteredText implements CharSequence {
  /** States of an expression that take about as long as one step of a template. */
  private static final int STATES_PER_STEP = 16;

  private final String text;
  private final Meter meter;
  private final long weight;

  MeteredText(String text, Meter meter, int programSize) {
    this.text = text;
    this.meter = meter;
    this.weight = 1L + programSize / STATES_PER_STEP;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    meter.step(weight);
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
