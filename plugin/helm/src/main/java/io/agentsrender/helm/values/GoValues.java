package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Budget;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From values to the Go values that templates see. A table that stands in several places becomes
 * one Go map, so that what a template changes in it shows in all of them; what is unchanged since
 * it was loaded becomes a copy that is made when it is written to.
 */
public final class GoValues {
  private final IdentityHashMap<Value, Object> known = new IdentityHashMap<>();

  /** The Go map of a table; the same for the same table. */
  public GoMap map(ValueTable table) {
    return (GoMap) container(table);
  }

  private Object container(Value value) {
    Object made = known.get(value);
    if (made == null) {
      made = value instanceof ValueTable table ? newMap(table) : newSlice((ValueList) value);
      known.put(value, made);
    }
    return made;
  }

  private GoMap newMap(ValueTable table) {
    GoMap frozen = table.frozenMap();
    if (frozen != null) {
      return frozen.thaw();
    }
    GoMap map = new GoMap();
    for (String key : table.keys()) {
      map.put(key, value(table.existing(key).value()));
    }
    return map;
  }

  private GoSlice newSlice(ValueList list) {
    GoSlice frozen = list.frozenSlice();
    if (frozen != null) {
      return frozen.thaw();
    }
    return GoSlice.of(list.elements().stream().map(this::value).toArray());
  }

  /** The Go value of any value. */
  public @Nullable Object value(Value value) {
    return value instanceof ScalarValue scalar ? scalar.goValue() : container(value);
  }

  /** What {@code fmt} prints for a value by {@code %t}, which suits booleans only. */
  public static String printAsBool(Value value) {
    return print("%t", value);
  }

  /** What {@code fmt} prints for a value by {@code %v}. */
  public static String print(@Nullable Value value) {
    return print("%v", value);
  }

  private static String print(String verb, @Nullable Value value) {
    Object goValue = value == null ? null : new GoValues().value(value);
    return GoFormat.sprintf(Budget.DEFAULT.meter(), verb, Collections.singletonList(goValue));
  }

  static GoMap freeze(ValueTable table) {
    GoMap map = new GoMap();
    for (String key : table.keys()) {
      map.put(key, frozen(table.existing(key).value()));
    }
    return map.freeze();
  }

  static GoSlice freeze(ValueList list) {
    List<Value> elements = list.elements();
    return GoSlice.of(elements.stream().map(GoValues::frozen).toArray()).freeze();
  }

  private static @Nullable Object frozen(Value value) {
    return switch (value) {
      case ScalarValue scalar -> scalar.goValue();
      case ValueTable table -> table.ownFrozenMap();
      case ValueList list -> list.ownFrozenSlice();
    };
  }
}
