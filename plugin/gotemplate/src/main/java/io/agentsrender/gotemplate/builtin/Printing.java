package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.fmt.TextMethod;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMethod;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of values as actions print it (text/template/exec.go, printValue). */
public final class Printing {
  /** What an action prints where there is no value. */
  public static final String NO_VALUE = "<no value>";

  private static final @Nullable Object[] NO_ARGUMENTS = new @Nullable Object[0];

  private Printing() {}

  /**
   * Whether an action can print a value: functions it cannot.
   *
   * @param value not nil
   */
  public static boolean isPrintable(Object value) {
    return !(value instanceof GoObject)
        || GoTypes.kindOf(value) != Kind.FUNC
        || GoTypes.typeOf(value).hasMethods();
  }

  /**
   * Appends what an action prints for a value that it can print.
   *
   * @param addressable whether the value stands in a place of its own
   */
  public static void print(
      Meter meter, @Nullable Object value, boolean addressable, StringBuilder out) {
    if (value instanceof String s) {
      out.append(s);
    } else if (value == null) {
      out.append(NO_VALUE);
    } else {
      Object target = GoPointer.follow(value);
      if (target instanceof GoObject
          && !(target instanceof GoNil)
          && (addressable || value instanceof GoPointer)) {
        String text = textByPointerMethod(target);
        if (text != null) {
          out.append(text);
          return;
        }
      }
      GoFormat.print(meter, target, out);
    }
  }

  /** The text of a value in a place of its own, which methods of its pointer may give. */
  private static @Nullable String textByPointerMethod(Object target) {
    GoType type = GoTypes.typeOf(target);
    GoMethod method = TextMethod.ofAddressable(type, "Error");
    if (method == null) {
      method = TextMethod.ofAddressable(type, "String");
    }
    return method != null && method.onPointer()
        ? (String) method.body().call(target, NO_ARGUMENTS)
        : null;
  }

  /** The text of all arguments together (text/template/funcs.go, evalArgs). */
  static String join(Arguments arguments) {
    if (arguments.size() == 1 && arguments.value(0) instanceof String s) {
      return s;
    }
    List<@Nullable Object> printable = new ArrayList<>();
    for (Object argument : arguments.rest()) {
      if (argument == null) {
        printable.add(NO_VALUE);
      } else {
        Object target = GoPointer.follow(argument);
        if (!isPrintable(target)) {
          throw GoError.notSupported("the text of a function");
        }
        boolean byPointer =
            argument instanceof GoPointer
                && !(target instanceof GoNil)
                && textByPointerMethod(target) != null;
        printable.add(byPointer ? argument : target);
      }
    }
    return GoFormat.sprint(arguments.context().meter(), printable);
  }
}
