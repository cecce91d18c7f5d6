package io.agentsrender.gotemplate.sprig.time;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.number.NumberFunctions;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.time.Durations;
import io.agentsrender.gotemplate.time.GoTime;
import io.agentsrender.gotemplate.time.GoZone;
import io.agentsrender.gotemplate.time.TimeTypes;
import io.agentsrender.gotemplate.time.Zones;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.gotemplate.value.Signature;
import org.jspecify.annotations.Nullable;

/** Functions over times, which show now for whatever is none. */
public final class DateFunctions {
  private static final String ISO_DATE = "2006-01-02";
  private static final String LOCAL = "Local";

  private static final Signature CHANGE = signature(STRING, TimeTypes.TIME).returns(TimeTypes.TIME);

  private DateFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("now", signature().returns(TimeTypes.TIME), DateFunctions::now);
    table.add(
        "date",
        signature(STRING, ANY).returns(STRING),
        args -> format(args, args.string(0), args.value(1), LOCAL));
    table.add(
        "dateInZone",
        signature(STRING, ANY, STRING).returns(STRING),
        args -> format(args, args.string(0), args.value(1), args.string(2)));
    table.alias("date_in_zone", "dateInZone");
    table.add(
        "htmlDate",
        signature(ANY).returns(STRING),
        args -> format(args, ISO_DATE, args.value(0), LOCAL));
    table.add(
        "htmlDateInZone",
        signature(ANY, STRING).returns(STRING),
        args -> format(args, ISO_DATE, args.value(0), args.string(1)));
    table.add("dateModify", CHANGE, DateFunctions::modifyIfSound);
    table.alias("date_modify", "dateModify");
    table.add("mustDateModify", CHANGE.orError(), DateFunctions::modify);
    table.alias("must_date_modify", "mustDateModify");
    Signature parse = signature(STRING, STRING).returns(TimeTypes.TIME);
    table.add("toDate", parse, DateFunctions::parseOrZero);
    table.add("mustToDate", parse.orError(), DateFunctions::parse);
    table.add(
        "unixEpoch",
        signature(TimeTypes.TIME).returns(STRING),
        args -> Long.toString(time(args, 0).seconds()));
    table.add("ago", signature(ANY).returns(STRING), DateFunctions::ago);
    table.add("duration", signature(ANY).returns(STRING), DateFunctions::duration);
    table.add("durationRound", signature(ANY).returns(STRING), DateFunctions::roundedDuration);
  }

  private static GoTime now(Arguments args) {
    return GoTime.of(args.context().host().now(), local(args));
  }

  private static GoZone local(Arguments args) {
    return Zones.ofHost(args.context().host().zone());
  }

  private static GoTime time(Arguments args, int index) {
    if (args.value(index) instanceof GoTime time) {
      return time;
    }
    throw new IllegalStateException("the signature asks for a time");
  }

  private static String format(Arguments args, String layout, @Nullable Object value, String zone) {
    GoTime time = instant(args, value);
    return time.in(Zones.load(zone, local(args)).orElse(Zones.UTC)).format(layout);
  }

  /** A time, or the seconds of Unix time in an int, int32 or int64; now for all else. */
  private static GoTime instant(Arguments args, @Nullable Object value) {
    return switch (value) {
      case GoTime time -> time;
      case GoPointer(GoTime time) -> time;
      case GoInt seconds when isTimestamp(seconds.kind()) ->
          GoTime.ofUnix(seconds.bits(), local(args));
      case null, default -> now(args);
    };
  }

  private static boolean isTimestamp(Kind kind) {
    return kind == Kind.INT || kind == Kind.INT32 || kind == Kind.INT64;
  }

  private static GoTime modify(Arguments args) {
    return time(args, 1).plus(Durations.parse(args.string(0)));
  }

  private static GoTime modifyIfSound(Arguments args) {
    try {
      return modify(args);
    } catch (GoError e) {
      return time(args, 1);
    }
  }

  private static GoTime parse(Arguments args) {
    return GoTime.parse(args.string(0), args.string(1), local(args));
  }

  private static GoTime parseOrZero(Arguments args) {
    try {
      return parse(args);
    } catch (GoError e) {
      return GoTime.ZERO;
    }
  }

  /** How long ago, in whole seconds; unlike for dates, an int32 is no time here. */
  private static String ago(Arguments args) {
    Object value = args.value(0);
    GoTime then =
        switch (value) {
          case GoTime time -> time;
          case GoInt seconds when seconds.kind() == Kind.INT || seconds.kind() == Kind.INT64 ->
              GoTime.ofUnix(seconds.bits(), local(args));
          case null, default -> now(args);
        };
    return Durations.text(Durations.round(now(args).since(then), Durations.SECOND));
  }

  /** Seconds, in a string or an int64, as a duration. */
  private static String duration(Arguments args) {
    long seconds =
        switch (args.value(0)) {
          case String s -> NumberFunctions.clamped(s);
          case GoInt integer when integer.kind() == Kind.INT64 -> integer.bits();
          case null, default -> 0;
        };
    return Durations.text(seconds * Durations.SECOND);
  }

  /** A duration in its largest whole unit, and no others. */
  private static String roundedDuration(Arguments args) {
    long nanos =
        switch (args.value(0)) {
          case String s -> parsedOrZero(s);
          case GoInt integer when integer.kind() == Kind.INT64 -> integer.bits();
          case GoTime time -> now(args).since(time);
          case null, default -> 0;
        };
    long magnitude = Math.abs(nanos);
    for (Unit unit : Unit.values()) {
      if (Long.compareUnsigned(magnitude, unit.nanos) > 0) {
        return Long.divideUnsigned(magnitude, unit.nanos) + unit.symbol;
      }
    }
    return "0s";
  }

  private static long parsedOrZero(String s) {
    try {
      return Durations.parse(s);
    } catch (GoError e) {
      return 0;
    }
  }

  private enum Unit {
    YEAR("y", 365 * 24 * Durations.HOUR),
    MONTH("mo", 30 * 24 * Durations.HOUR),
    DAY("d", 24 * Durations.HOUR),
    HOUR("h", Durations.HOUR),
    MINUTE("m", Durations.MINUTE),
    SECOND("s", Durations.SECOND);

    private final String symbol;
    private final long nanos;

    Unit(String symbol, long nanos) {
      this.symbol = symbol;
      this.nanos = nanos;
    }
  }
}
