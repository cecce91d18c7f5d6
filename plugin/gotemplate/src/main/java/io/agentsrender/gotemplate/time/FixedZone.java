package io.agentsrender.gotemplate.time;

import java.util.OptionalInt;

/**
 * A zone whose offset never changes ({@code time.FixedZone}).
 *
 * @param name its abbreviation too; may be empty
 * @param offset seconds east of Greenwich
 */
record FixedZone(String name, int offset) implements GoZone {
  @Override
  public Period at(long unixSecond) {
    return new Period(name, offset, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public OptionalInt offsetOf(String abbreviation, long unixSecond) {
    return abbreviation.equals(name) ? OptionalInt.of(offset) : OptionalInt.empty();
  }
}
