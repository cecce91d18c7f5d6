package io.agentsrender.gotemplate.time;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.OptionalInt;

/**
 * A zone of the tz database: offsets from the running JDK, abbreviations, which the JDK does not
 * have, from a table.
 */
record RegionZone(String name, ZoneRules rules, Abbreviations abbreviations) implements GoZone {
  /** Beyond these the JDK's rules stay what they are. */
  private static final long FIRST = Instant.MIN.getEpochSecond() + 1;

  private static final long LAST = Instant.MAX.getEpochSecond() - 1;

  @Override
  public Period at(long unixSecond) {
    Instant instant = Instant.ofEpochSecond(Math.clamp(unixSecond, FIRST, LAST));
    int offset = rules.getOffset(instant).getTotalSeconds();
    ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    return new Period(
        abbreviations.at(offset, unixSecond),
        offset,
        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
        after == null ? Long.MAX_VALUE : after.toEpochSecond());
  }

  /**
   * Prefers an offset with which the abbreviation holds just then (time/zoneinfo.go, lookupName).
   */
  @Override
  public OptionalInt offsetOf(String abbreviation, long unixSecond) {
    OptionalInt any = OptionalInt.empty();
    for (int offset : abbreviations.offsetsOf(abbreviation)) {
      Period then = at(unixSecond - offset);
      if (then.abbreviation().equals(abbreviation)) {
        return OptionalInt.of(then.offset());
      }
      any = any.isPresent() ? any : OptionalInt.of(offset);
    }
    return any;
  }
}
