package io.agentsrender.gotemplate.sprig.number;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.FLOAT64;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.FloatText;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.number.Cast;
import io.agentsrender.gotemplate.number.Decimals;
import io.agentsrender.gotemplate.number.GoMath;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.Signature;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Arithmetic with fractions. Sums and products are taken as decimals, so that 0.1 + 0.2 is 0.3. */
public final class DecimalFunctions {
  private static final double HALF = 0.5;

  private static final Signature ONE = signature(ANY).returns(FLOAT64);
  private static final Signature SOME = signature(ANY, ANY).variadicLast().returns(FLOAT64);

  private DecimalFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("add1f", ONE, args -> decimal(args.value(0)).add(BigDecimal.ONE).doubleValue());
    table.add(
        "addf",
        signature(ANY).variadicLast().returns(FLOAT64),
        args -> fold(args, BigDecimal.ZERO, 0, BigDecimal::add));
    addFold(table, "subf", BigDecimal::subtract);
    addFold(table, "mulf", BigDecimal::multiply);
    addFold(table, "divf", DecimalFunctions::divide);
    addExtreme(table, "maxf", GoMath::max);
    addExtreme(table, "minf", GoMath::min);
    table.add("ceil", ONE, args -> Math.ceil(Cast.toFloat64(args.value(0))));
    table.add("floor", ONE, args -> Math.floor(Cast.toFloat64(args.value(0))));
    table.add(
        "round",
        signature(ANY, INT, FLOAT64).variadicLast().returns(FLOAT64),
        args ->
            GoMath.round(
                Cast.toFloat64(args.value(0)),
                args.integer(1),
                args.size() > 2 ? args.float64(2) : HALF));
  }

  private static void addFold(
      FunctionTable table, String name, BinaryOperator<BigDecimal> operator) {
    table.add(name, SOME, args -> fold(args, decimal(args.value(0)), 1, operator));
  }

  private static double fold(
      Arguments args, BigDecimal first, int from, BinaryOperator<BigDecimal> operator) {
    BigDecimal result = first;
    for (int i = from; i < args.size(); i++) {
      result = operator.apply(result, decimal(args.value(i)));
      args.context().meter().step(result.precision());
    }
    return result.doubleValue();
  }

  private static BigDecimal decimal(@Nullable Object value) {
    double number = Cast.toFloat64(value);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new GoError("Cannot create a Decimal from " + FloatText.shortest(number));
    }
    return Decimals.of(number);
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new GoError("decimal division by 0");
    }
    return Decimals.divide(dividend, divisor);
  }

  private static void addExtreme(FunctionTable table, String name, DoubleBinaryOperator operator) {
    table.add(
        name,
        SOME,
        args -> {
          double result = Cast.toFloat64(args.value(0));
          for (int i = 1; i < args.size(); i++) {
            result = operator.applyAsDouble(result, Cast.toFloat64(args.value(i)));
          }
          return result;
        });
  }
}
