package io.agentsrender.gotemplate.sprig.collection;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lists of any type, which functions take as values of any type at all. */
final class Lists {
  private Lists() {}

  /**
   * The list that an argument is.
   *
   * @param complaint what the error says before the name of the kind
   */
  static GoSlice argument(Arguments args, int index, String complaint) {
    Object value = args.value(index);
    if (value == null) {
      throw Values.nilType();
    }
    if (value instanceof GoSlice slice) {
      Allowance.list(args.context().meter(), slice.length());
      return slice;
    }
    throw new GoError(complaint + Values.kind(value));
  }

  /** Some elements of a list as a list of values of any type. */
  static GoSlice range(GoSlice list, int from, int to) {
    @Nullable Object[] elements = list.toArray();
    return GoSlice.of(Arrays.copyOfRange(elements, from, to));
  }
}
