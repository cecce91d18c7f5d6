package io.agentsrender.helm.engine;

import io.agentsrender.helm.engine.function.HelmFunctions;
import java.util.stream.IntStream;

/**
 * An output without the texts {@code <no value>}, which Helm deletes from what a file renders, and
 * where each byte of it was before.
 */
final class NoValues {
  private static final String NO_VALUE = HelmFunctions.NO_VALUE;

  private final String text;
  private final int[] cuts;

  private NoValues(String text, int[] cuts) {
    this.text = text;
    this.cuts = cuts;
  }

  static NoValues delete(String output) {
    int at = output.indexOf(NO_VALUE);
    if (at < 0) {
      return new NoValues(output, new int[0]);
    }
    StringBuilder text = new StringBuilder(output.length());
    IntStream.Builder cuts = IntStream.builder();
    int from = 0;
    while (at >= 0) {
      text.append(output, from, at);
      cuts.add(text.length());
      from = at + NO_VALUE.length();
      at = output.indexOf(NO_VALUE, from);
    }
    text.append(output, from, output.length());
    return new NoValues(text.toString(), cuts.build().toArray());
  }

  String text() {
    return text;
  }

  /** The offset in the whole output. */
  int before(int offset) {
    int deleted = 0;
    while (deleted < cuts.length && cuts[deleted] <= offset) {
      deleted++;
    }
    return offset + deleted * NO_VALUE.length();
  }
}
