package io.agentsrender.gotemplate.sprig.number;

import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.source.budget.Meter;
import org.jspecify.annotations.Nullable;

/** Functions that count. */
public final class SequenceFunctions {
  private static final GoType INTS = GoType.sliceOf(INT);

  private SequenceFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add(
        "until",
        signature(INT).returns(INTS),
        args -> {
          long count = args.integer(0);
          return numbers(args.context().meter(), 0, count, count < 0 ? -1 : 1);
        });
    table.add(
        "untilStep",
        signature(INT, INT, INT).returns(INTS),
        args -> numbers(args.context().meter(), args.integer(0), args.integer(1), args.integer(2)));
    table.add("seq", signature(INT).variadicLast().returns(STRING), SequenceFunctions::seq);
  }

  /** From start on in steps up to stop, without it; none where the steps lead away from it. */
  private static GoSlice numbers(Meter meter, long start, long stop, long step) {
    @Nullable Object[] numbers = new @Nullable Object[length(meter, start, stop, step)];
    long number = start;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = GoInt.of(number);
      number += step;
    }
    return GoSlice.ofOwned(INTS, numbers);
  }

  private static int length(Meter meter, long start, long stop, long step) {
    if (start == stop || (stop < start ? step >= 0 : step <= 0)) {
      return 0;
    }
    // The difference may take all of 64 bits.
    long distance = stop > start ? stop - start : start - stop;
    long stride = Math.abs(step);
    long length =
        Long.divideUnsigned(distance, stride)
            + (Long.remainderUnsigned(distance, stride) == 0 ? 0 : 1);
    Allowance.numbers(meter, length < 0 ? Long.MAX_VALUE : length);
    return Math.toIntExact(length);
  }

  /** The numbers of Unix's seq, which has the last one, too. */
  private static String seq(Arguments args) {
    switch (args.size()) {
      case 1 -> {
        return seq(args, 1, args.integer(0), args.integer(0) < 1 ? -1 : 1);
      }
      case 2 -> {
        return seq(
            args, args.integer(0), args.integer(1), args.integer(1) < args.integer(0) ? -1 : 1);
      }
      case 3 -> {
        boolean down = args.integer(2) < args.integer(0);
        return down && args.integer(1) > 0
            ? ""
            : seq(args, args.integer(0), args.integer(2), args.integer(1));
      }
      default -> {
        return "";
      }
    }
  }

  private static String seq(Arguments args, long start, long end, long step) {
    long beyond = end + (end < start ? -1 : 1);
    GoSlice numbers = numbers(args.context().meter(), start, beyond, step);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < numbers.length(); i++) {
      out.append(i == 0 ? "" : " ").append(numbers.get(i));
    }
    return out.toString();
  }
}
