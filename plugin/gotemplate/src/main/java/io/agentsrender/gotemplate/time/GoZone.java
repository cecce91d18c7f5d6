package io.agentsrender.gotemplate.time;

import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoType;
import java.util.OptionalInt;

/** A time zone ({@code time.Location}). */
public interface GoZone extends GoObject {
  /** The name it was asked for by, such as {@code Europe/Berlin}. */
  String name();

  /** What holds at a second of Unix time. */
  Period at(long unixSecond);

  /** The offset that an abbreviation stands for in this zone, best at that time. */
  OptionalInt offsetOf(String abbreviation, long unixSecond);

  @Override
  default GoType type() {
    return TimeTypes.LOCATION;
  }

  /**
   * A time for which one offset holds.
   *
   * @param abbreviation such as {@code CET}
   * @param offset seconds east of Greenwich
   * @param start the first second of it
   * @param end the first second after it
   */
  record Period(String abbreviation, int offset, long start, long end) {}
}
