package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.builtin.Truth;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.Signature;
import org.jspecify.annotations.Nullable;

/** Functions about what is there and what is empty. */
public final class DefaultFunctions {
  private static final Signature ALL = signature(ANY).variadicLast();

  private DefaultFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add(
        "default",
        signature(ANY, ANY).variadicLast(),
        args -> args.size() > 1 && Truth.of(args.value(1)) ? args.value(1) : args.value(0));
    table.add("empty", signature(ANY).returns(BOOL), args -> !Truth.of(args.value(0)));
    table.add("coalesce", ALL, DefaultFunctions::coalesce);
    table.add("all", ALL.returns(BOOL), args -> args.rest().stream().allMatch(Truth::of));
    table.add("any", ALL.returns(BOOL), args -> args.rest().stream().anyMatch(Truth::of));
    table.add(
        "ternary", signature(ANY, ANY, BOOL), args -> args.bool(2) ? args.value(0) : args.value(1));
    table.add(
        "fail",
        signature(STRING).returns(STRING).orError(),
        args -> {
          throw new GoError(args.string(0));
        });
  }

  private static @Nullable Object coalesce(Arguments args) {
    for (Object value : args.rest()) {
      if (Truth.of(value)) {
        return value;
      }
    }
    return null;
  }
}
