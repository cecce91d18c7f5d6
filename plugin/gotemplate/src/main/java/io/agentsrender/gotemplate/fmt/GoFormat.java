package io.agentsrender.gotemplate.fmt;

import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.source.budget.Meter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Go's package fmt over Go values. All text is byte strings. Printing counts steps, so that values
 * that hold the same thing many times over cannot print for ever.
 */
public final class GoFormat {
  private GoFormat() {}

  /** {@code fmt.Sprintf}. */
  public static String sprintf(Meter meter, String format, List<? extends @Nullable Object> args) {
    StringBuilder out = new StringBuilder(format.length() + 16);
    new FormatString(format, args, meter, out).print();
    return out.toString();
  }

  /** {@code fmt.Sprint}: spaces stand between operands when neither is a string. */
  public static String sprint(Meter meter, List<? extends @Nullable Object> args) {
    StringBuilder out = new StringBuilder();
    Printer printer = new Printer(meter, out);
    boolean afterString = true;
    for (Object arg : args) {
      boolean isString = isString(arg);
      if (!isString && !afterString) {
        out.append(' ');
      }
      printer.argument(arg, 'v');
      afterString = isString;
    }
    return out.toString();
  }

  private static boolean isString(@Nullable Object value) {
    return value instanceof String;
  }

  /** {@code fmt.Sprintln}: spaces stand between all operands, a newline at the end. */
  public static String sprintln(Meter meter, List<? extends @Nullable Object> args) {
    StringBuilder out = new StringBuilder();
    Printer printer = new Printer(meter, out);
    boolean first = true;
    for (Object arg : args) {
      if (!first) {
        out.append(' ');
      }
      first = false;
      printer.argument(arg, 'v');
    }
    return out.append('\n').toString();
  }

  /** One value by {@code %v}. */
  public static String text(Meter meter, @Nullable Object value) {
    StringBuilder out = new StringBuilder();
    print(meter, value, out);
    return out.toString();
  }

  /** Appends one value by {@code %v}. */
  public static void print(Meter meter, @Nullable Object value, StringBuilder out) {
    switch (value) {
      case null -> out.append("<nil>");
      case String s -> out.append(s);
      case Double d -> out.append(FloatText.shortest(d));
      default -> new Printer(meter, out).argument(value, 'v');
    }
  }

  /** The name of a value's type by {@code %T}. */
  public static String typeName(@Nullable Object value) {
    return value == null ? "<nil>" : GoTypes.typeOf(value).name();
  }
}
