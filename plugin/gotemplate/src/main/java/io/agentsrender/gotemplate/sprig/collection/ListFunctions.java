package io.agentsrender.gotemplate.sprig.collection;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRINGS;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.number.Cast;
import io.agentsrender.gotemplate.number.GoMath;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.sprig.table.FunctionTable;
import io.agentsrender.gotemplate.sprig.table.Values;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions that make lists and take parts of them. Each exists twice: what returns its error where
 * it fails, under a name with must, and what panics; a template cannot tell them apart.
 */
public final class ListFunctions {
  private static final GoType CHUNKS = GoType.sliceOf(SLICE);

  private static final Signature ONE_OF = signature(ANY);
  private static final Signature LIST_OF = signature(ANY).returns(SLICE);
  private static final Signature LIST_WITH = signature(ANY, ANY).returns(SLICE);

  private ListFunctions() {}

  public static void addTo(FunctionTable table) {
    table.add("list", signature(ANY).variadicLast().returns(SLICE), ListFunctions::list);
    table.alias("tuple", "list");
    addBoth(table, "append", LIST_WITH, ListFunctions::append);
    addBoth(table, "push", LIST_WITH, ListFunctions::append);
    addBoth(table, "prepend", LIST_WITH, ListFunctions::prepend);
    addBoth(table, "first", ONE_OF, ListFunctions::first);
    addBoth(table, "last", ONE_OF, ListFunctions::last);
    addBoth(table, "rest", LIST_OF, ListFunctions::rest);
    addBoth(table, "initial", LIST_OF, ListFunctions::initial);
    addBoth(table, "reverse", LIST_OF, ListFunctions::reverse);
    addBoth(table, "slice", signature(ANY, ANY).variadicLast(), ListFunctions::slice);
    addBoth(table, "chunk", signature(INT, ANY).returns(CHUNKS), ListFunctions::chunk);
    table.add("concat", signature(ANY).variadicLast(), ListFunctions::concat);
    table.add("sortAlpha", signature(ANY).returns(STRINGS), ListFunctions::sortAlpha);
  }

  static void addBoth(FunctionTable table, String name, Signature signature, GoFunction.Body body) {
    table.add(name, signature, body);
    String must = "must" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    table.add(must, signature.orError(), body);
  }

  private static GoSlice list(Arguments args) {
    Allowance.list(args.context().meter(), args.size());
    return GoSlice.of(args.rest().toArray());
  }

  private static GoSlice append(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot push on type ");
    return Lists.range(list, 0, list.length()).append(args.value(1));
  }

  private static GoSlice prepend(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot prepend on type ");
    List<@Nullable Object> elements = new ArrayList<>(list.length() + 1);
    elements.add(args.value(1));
    elements.addAll(list.asList());
    return GoSlice.of(elements.toArray());
  }

  private static @Nullable Object first(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot find first on type ");
    return list.isEmpty() ? null : list.get(0);
  }

  private static @Nullable Object last(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot find last on type ");
    return list.isEmpty() ? null : list.get(list.length() - 1);
  }

  private static GoSlice rest(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot find rest on type ");
    return list.isEmpty() ? GoSlice.nil(SLICE) : Lists.range(list, 1, list.length());
  }

  private static GoSlice initial(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot find initial on type ");
    return list.isEmpty() ? GoSlice.nil(SLICE) : Lists.range(list, 0, list.length() - 1);
  }

  private static GoSlice reverse(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "Cannot find reverse on type ");
    return GoSlice.of(list.asList().reversed().toArray());
  }

  /** The part between two indexes, which keeps its type and shares its elements. */
  private static @Nullable Object slice(Arguments args) {
    GoSlice list = Lists.argument(args, 0, "list should be type of slice or array but ");
    if (list.isEmpty()) {
      return null;
    }
    long from = args.size() > 1 ? Cast.toInt64(args.value(1)) : 0;
    long to = args.size() > 2 ? Cast.toInt64(args.value(2)) : list.length();
    if (from < 0 || to < from || to > list.capacity()) {
      throw new GoError("reflect.Value.Slice: slice index out of bounds");
    }
    return list.slice((int) from, (int) to);
  }

  /** Parts of one length, of which the last may be shorter (sprig/list.go, mustChunk). */
  private static GoSlice chunk(Arguments args) {
    long size = args.integer(0);
    GoSlice list = Lists.argument(args, 1, "Cannot chunk type ");
    int length = list.length();
    long count = GoMath.toInt64(Math.floor((length - 1) / (double) size) + 1);
    if (count < 0) {
      throw new GoError("runtime error: makeslice: len out of range");
    }
    List<GoSlice> chunks = new ArrayList<>((int) count);
    for (int i = 0; i < count; i++) {
      long from = i * size;
      long to = from + size;
      if (i == count - 1) {
        long rest = length % size;
        to = from + (rest == 0 ? size : rest);
      }
      chunks.add(Lists.range(list, (int) from, (int) to));
    }
    return GoSlice.copyOf(CHUNKS, chunks);
  }

  private static GoSlice concat(Arguments args) {
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      Object value = args.value(i);
      if (value == null) {
        throw Values.nilType();
      }
      if (!(value instanceof GoSlice list)) {
        throw new GoError("Cannot concat type " + Values.kind(value) + " as list");
      }
      Allowance.list(args.context().meter(), list.length());
      all.addAll(list.asList());
    }
    return all.isEmpty() ? GoSlice.nil(SLICE) : GoSlice.of(all.toArray());
  }

  private static GoSlice sortAlpha(Arguments args) {
    List<String> texts =
        args.value(0) instanceof GoSlice
            ? new ArrayList<>(Values.texts(args.context().meter(), args.value(0)))
            : List.of(Values.text(args.context().meter(), args.value(0)));
    if (texts.size() > 1) {
      Collections.sort(texts);
    }
    return GoSlice.ofStrings(texts);
  }
}
