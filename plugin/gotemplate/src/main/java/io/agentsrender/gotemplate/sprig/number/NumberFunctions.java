package io.agentsrender.gotemplate.sprig.number;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT64;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.INT64;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.fmt.NumberError;
import io.agentsrender.gotemplate.fmt.Numbers;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.number.Cast;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.Signature;
import java.util.function.LongBinaryOperator;

/** Conversions to integers and arithmetic with them, which wraps as Go's int64 does. */
public final class NumberFunctions {
  private static final int OCTAL = 8;

  private static final Signature ONE = signature(ANY).returns(INT64);
  private static final Signature TWO = signature(ANY, ANY).returns(INT64);
  private static final Signature SOME = signature(ANY, ANY).variadicLast().returns(INT64);

  private NumberFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("int", signature(ANY).returns(INT), args -> GoInt.of(Cast.toInt64(args.value(0))));
    table.add("int64", ONE, args -> GoInt.int64(Cast.toInt64(args.value(0))));
    table.add("float64", signature(ANY).returns(FLOAT64), args -> Cast.toFloat64(args.value(0)));
    table.add("atoi", signature(STRING).returns(INT), args -> GoInt.of(clamped(args.string(0))));
    table.add("toDecimal", ONE, args -> GoInt.int64(octal(args)));
    table.add("add1", ONE, args -> GoInt.int64(Cast.toInt64(args.value(0)) + 1));
    table.add(
        "add",
        signature(ANY).variadicLast().returns(INT64),
        args -> GoInt.int64(fold(args, 0, 0, Long::sum)));
    table.add("sub", TWO, args -> both(args, (a, b) -> a - b));
    table.add("div", TWO, args -> both(args, (a, b) -> a / nonZero(b)));
    table.add("mod", TWO, args -> both(args, (a, b) -> a % nonZero(b)));
    addFold(table, "mul", (a, b) -> a * b);
    addFold(table, "max", Math::max);
    addFold(table, "min", Math::min);
    table.alias("biggest", "max");
  }

  private static void addFold(FunctionTable table, String name, LongBinaryOperator operator) {
    table.add(
        name, SOME, args -> GoInt.int64(fold(args, Cast.toInt64(args.value(0)), 1, operator)));
  }

  private static long fold(Arguments args, long first, int from, LongBinaryOperator operator) {
    long result = first;
    for (int i = from; i < args.size(); i++) {
      result = operator.applyAsLong(result, Cast.toInt64(args.value(i)));
    }
    return result;
  }

  private static GoInt both(Arguments args, LongBinaryOperator operator) {
    return GoInt.int64(
        operator.applyAsLong(Cast.toInt64(args.value(0)), Cast.toInt64(args.value(1))));
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw GoError.divideByZero();
    }
    return divisor;
  }

  /** A decimal number; the nearest limit where it is too large, zero where it is none. */
  public static long clamped(String s) {
    try {
      return Numbers.parseInt(s, 10, Long.SIZE);
    } catch (NumberError e) {
      if (!e.isOutOfRange()) {
        return 0;
      }
      return s.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The number whose octal digits the value's text is. */
  private static long octal(Arguments args) {
    try {
      String digits = GoFormat.text(args.context().meter(), args.value(0));
      return Numbers.parseInt(digits, OCTAL, Long.SIZE);
    } catch (NumberError e) {
      return 0;
    }
  }
}
