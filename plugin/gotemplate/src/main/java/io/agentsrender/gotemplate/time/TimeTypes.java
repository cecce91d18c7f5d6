package io.agentsrender.gotemplate.time;

import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.time.layout.Names;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.gotemplate.value.Signature;
import java.util.List;

/** The types of package time as templates see them. */
public final class TimeTypes {
  /** {@code time.Duration}, whose values are {@link GoNamed} integers. */
  public static final GoType DURATION = duration();

  static final GoType MONTH = names("time.Month", Names.MONTHS, 1);
  static final GoType WEEKDAY = names("time.Weekday", Names.DAYS, 0);

  static final GoType LOCATION =
      GoType.struct("time.Location", GoZone.class)
          .pointerMethod(
              "String", signature().returns(GoTypes.STRING), (zone, arguments) -> zone.name())
          .build();

  /** {@code time.Time}. */
  public static final GoType TIME = new TimeMethods().build();

  private TimeTypes() {}

  /** A duration as a Go value. */
  public static GoNamed duration(long nanos) {
    return new GoNamed(DURATION, GoInt.int64(nanos));
  }

  private static GoType duration() {
    GoType.Builder<GoNamed> type = GoType.defined("time.Duration", GoTypes.INT64, GoNamed.class);
    Signature text = signature().returns(GoTypes.STRING);
    Signature integer = signature().returns(GoTypes.INT64);
    Signature real = signature().returns(GoTypes.FLOAT64);
    Signature change = signature(type.self()).returns(type.self());
    return type.method("String", text, (d, arguments) -> Durations.text(nanos(d)))
        .method("Nanoseconds", integer, (d, arguments) -> GoInt.int64(nanos(d)))
        .method("Microseconds", integer, (d, arguments) -> GoInt.int64(nanos(d) / 1_000))
        .method("Milliseconds", integer, (d, arguments) -> GoInt.int64(nanos(d) / 1_000_000))
        .method("Seconds", real, (d, arguments) -> Durations.in(nanos(d), Durations.SECOND))
        .method("Minutes", real, (d, arguments) -> Durations.in(nanos(d), Durations.MINUTE))
        .method("Hours", real, (d, arguments) -> Durations.in(nanos(d), Durations.HOUR))
        .method(
            "Round",
            change,
            (d, arguments) -> duration(Durations.round(nanos(d), TimeMethods.nanos(arguments))))
        .method(
            "Truncate",
            change,
            (d, arguments) -> duration(Durations.truncate(nanos(d), TimeMethods.nanos(arguments))))
        .method(
            "Abs",
            signature().returns(type.self()),
            (d, arguments) ->
                duration(nanos(d) == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos(d))))
        .build();
  }

  static long nanos(GoNamed duration) {
    return ((GoInt) duration.value()).bits();
  }

  private static GoType names(String name, List<String> names, int first) {
    return GoType.defined(name, GoTypes.INT, GoNamed.class)
        .method(
            "String",
            signature().returns(GoTypes.STRING),
            (n, arguments) -> names.get((int) nanos(n) - first))
        .build();
  }

  static GoNamed named(GoType type, int number) {
    return new GoNamed(type, GoInt.of(Kind.INT, number));
  }
}
