package io.agentsrender.gotemplate.time;

import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The methods of {@code time.Time} that have one result, as templates ask for, and do not read into
 * the time.
 */
final class TimeMethods {
  private static final String RFC_3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";
  private static final int MAX_YEAR = 9999;

  private final GoType.Builder<GoTime> type = GoType.struct("time.Time", GoTime.class);

  GoType build() {
    parts();
    instants();
    changes();
    texts();
    return type.build();
  }

  private void parts() {
    integer("Year", time -> (int) time.date().year());
    type.method(
        "Month",
        signature().returns(TimeTypes.MONTH),
        (time, arguments) -> TimeTypes.named(TimeTypes.MONTH, time.date().month()));
    integer("Day", time -> time.date().day());
    type.method(
        "Weekday",
        signature().returns(TimeTypes.WEEKDAY),
        (time, arguments) -> TimeTypes.named(TimeTypes.WEEKDAY, time.weekday()));
    integer("YearDay", time -> time.date().dayOfYear());
    integer("Hour", time -> time.secondOfDay() / 3600);
    integer("Minute", time -> time.secondOfDay() / 60 % 60);
    integer("Second", time -> time.secondOfDay() % 60);
    integer("Nanosecond", GoTime::nanos);
    type.method(
        "Location",
        signature().returns(GoType.pointerTo(TimeTypes.LOCATION)),
        (time, arguments) -> new GoPointer(time.zone()));
  }

  private void instants() {
    unix("Unix", GoTime::seconds);
    unix("UnixMilli", time -> time.seconds() * 1_000 + time.nanos() / 1_000_000);
    unix("UnixMicro", time -> time.seconds() * 1_000_000 + time.nanos() / 1_000);
    unix("UnixNano", time -> time.seconds() * Durations.SECOND + time.nanos());
    Signature test = signature(type.self()).returns(GoTypes.BOOL);
    type.method("After", test, (time, arguments) -> time.compare(time(arguments)) > 0);
    type.method("Before", test, (time, arguments) -> time.isBefore(time(arguments)));
    type.method("Equal", test, (time, arguments) -> time.compare(time(arguments)) == 0);
    type.method(
        "Compare",
        signature(type.self()).returns(GoTypes.INT),
        (time, arguments) -> GoInt.of(Integer.signum(time.compare(time(arguments)))));
    type.method("IsZero", signature().returns(GoTypes.BOOL), (time, arguments) -> time.isZero());
    type.method(
        "Sub",
        signature(type.self()).returns(TimeTypes.DURATION),
        (time, arguments) -> TimeTypes.duration(time.since(time(arguments))));
  }

  private void changes() {
    Signature byDuration = signature(TimeTypes.DURATION).returns(type.self());
    type.method("Add", byDuration, (time, arguments) -> time.plus(nanos(arguments)));
    type.method("Round", byDuration, (time, arguments) -> time.round(nanos(arguments)));
    type.method("Truncate", byDuration, (time, arguments) -> time.truncate(nanos(arguments)));
    type.method(
        "AddDate",
        signature(GoTypes.INT, GoTypes.INT, GoTypes.INT).returns(type.self()),
        (time, arguments) ->
            time.plusDate(number(arguments, 0), number(arguments, 1), number(arguments, 2)));
    Signature toZone = signature().returns(type.self());
    type.method("UTC", toZone, (time, arguments) -> time.in(Zones.UTC));
    type.method("Local", toZone, (time, arguments) -> time.in(Zones.UTC));
    type.method(
        "In",
        signature(GoType.pointerTo(TimeTypes.LOCATION)).returns(type.self()),
        (time, arguments) -> time.in(zone(arguments)));
  }

  private void texts() {
    type.method(
        "String", signature().returns(GoTypes.STRING), (time, arguments) -> time.toString());
    type.method(
        "Format",
        signature(GoTypes.STRING).returns(GoTypes.STRING),
        (time, arguments) -> time.format((String) Objects.requireNonNull(arguments[0])));
    Signature bytes = signature().returns(GoTypes.BYTES).orError();
    type.method(
        "MarshalJSON",
        bytes,
        (time, arguments) -> GoSlice.ofByteString('"' + strict(time, "Time.MarshalJSON: ") + '"'));
    type.method(
        "MarshalText",
        bytes,
        (time, arguments) -> GoSlice.ofByteString(strict(time, "Time.MarshalText: ")));
  }

  /** RFC 3339, for what it can express (time/format_rfc3339.go, appendStrictRFC3339). */
  private static String strict(GoTime time, String where) {
    long year = time.date().year();
    if (year < 0 || year > MAX_YEAR) {
      throw new GoError(where + "year outside of range [0,9999]");
    }
    if (Math.abs(time.period().offset()) >= GoTime.SECONDS_PER_DAY) {
      throw new GoError(where + "timezone hour outside of range [0,23]");
    }
    return time.format(RFC_3339_NANO);
  }

  private void integer(String name, ToIntFunction<GoTime> body) {
    method(name, GoTypes.INT, time -> GoInt.of(body.applyAsInt(time)));
  }

  private void unix(String name, ToLongFunction<GoTime> body) {
    method(name, GoTypes.INT64, time -> GoInt.int64(body.applyAsLong(time)));
  }

  private void method(String name, GoType result, Function<GoTime, Object> body) {
    type.method(name, signature().returns(result), (time, arguments) -> body.apply(time));
  }

  private static GoTime time(@Nullable Object[] arguments) {
    return (GoTime) Objects.requireNonNull(arguments[0]);
  }

  private static GoZone zone(@Nullable Object[] arguments) {
    if (arguments[0] instanceof GoPointer pointer) {
      return (GoZone) pointer.target();
    }
    throw new GoError("time: missing Location in call to Time.In");
  }

  static long nanos(@Nullable Object[] arguments) {
    return TimeTypes.nanos((GoNamed) Objects.requireNonNull(arguments[0]));
  }

  private static long number(@Nullable Object[] arguments, int index) {
    return ((GoInt) Objects.requireNonNull(arguments[index])).bits();
  }
}
