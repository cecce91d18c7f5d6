package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.builtin.Truth;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Functions that ask lists for elements, and leave some out. */
public final class ListFilters {
  private ListFilters() {}

  public static void addTo(FunctionTable table) {
    ListFunctions.addBoth(table, "compact", signature(ANY).returns(SLICE), ListFilters::compact);
    ListFunctions.addBoth(table, "uniq", signature(ANY).returns(SLICE), ListFilters::uniq);
    ListFunctions.addBoth(
        table, "without", signature(ANY, ANY).variadicLast().returns(SLICE), ListFilters::without);
    ListFunctions.addBoth(table, "has", signature(ANY, ANY).returns(BOOL), ListFilters::has);
  }

  private static GoSlice compact(Arguments args) {
    return filtered(Lists.argument(args, 0, "Cannot compact on type "), Truth::of);
  }

  private static GoSlice without(Arguments args) {
    Meter meter = args.context().meter();
    List<@Nullable Object> unwanted = args.rest();
    return filtered(
        Lists.argument(args, 0, "Cannot find without on type "),
        element -> !holds(meter, unwanted, element));
  }

  private static GoSlice uniq(Arguments args) {
    Meter meter = args.context().meter();
    List<@Nullable Object> found = new ArrayList<>();
    for (Object element : Lists.argument(args, 0, "Cannot find uniq on type ").asList()) {
      if (!holds(meter, found, element)) {
        found.add(element);
      }
    }
    return GoSlice.of(found.toArray());
  }

  private static boolean has(Arguments args) {
    if (args.value(1) == null) {
      return false;
    }
    GoSlice list = Lists.argument(args, 1, "Cannot find has on type ");
    return holds(args.context().meter(), list.asList(), args.value(0));
  }

  private static GoSlice filtered(GoSlice list, Predicate<@Nullable Object> wanted) {
    return GoSlice.of(list.asList().stream().filter(wanted).toArray());
  }

  private static boolean holds(
      Meter meter, List<@Nullable Object> elements, @Nullable Object wanted) {
    for (Object element : elements) {
      if (DeepEquality.of(meter, wanted, element)) {
        return true;
      }
    }
    return false;
  }
}
