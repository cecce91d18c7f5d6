package io.agentsrender.gotemplate.sprig.collection;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoField;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoObject;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Meter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code reflect.DeepEqual}: the same types and, down to the last element, the same values. */
final class DeepEquality {
  private static final int MAX_DEPTH = 1000;

  private final Meter meter;

  /** Pairs under comparison, which count as equal when they are met again inside themselves. */
  private final IdentityHashMap<Object, Set<Object>> underway = new IdentityHashMap<>();

  private int depth;

  private DeepEquality(Meter meter) {
    this.meter = meter;
  }

  static boolean of(Meter meter, @Nullable Object left, @Nullable Object right) {
    return new DeepEquality(meter).areEqual(left, right);
  }

  private boolean areEqual(@Nullable Object left, @Nullable Object right) {
    meter.step();
    if (left == null || right == null) {
      return left == right;
    }
    return switch (left) {
      case String s -> s.equals(right);
      case GoInt integer -> integer.equals(right);
      case Double d -> right instanceof Double other && d.doubleValue() == other;
      case Float f -> right instanceof Float other && f.floatValue() == other;
      case GoMap map -> right instanceof GoMap other && nested(map, other, this::mapsAreEqual);
      case GoSlice slice ->
          right instanceof GoSlice other && nested(slice, other, this::slicesAreEqual);
      case GoPointer pointer ->
          right instanceof GoPointer other
              && nested(pointer.target(), other.target(), this::areEqual);
      case GoNamed named ->
          right instanceof GoNamed other
              && named.type().equals(other.type())
              && areEqual(named.value(), other.value());
      case GoObject struct -> right instanceof GoObject other && structsAreEqual(struct, other);
      default -> left.equals(right);
    };
  }

  private interface Comparison<T> {
    boolean test(T left, T right);
  }

  private <T> boolean nested(T left, T right, Comparison<T> comparison) {
    if (left == right && !(left instanceof GoMap || left instanceof GoSlice)) {
      return true;
    }
    Set<Object> partners =
        underway.computeIfAbsent(left, _ -> Collections.newSetFromMap(new IdentityHashMap<>()));
    if (!partners.add(right)) {
      return true;
    }
    if (++depth > MAX_DEPTH) {
      throw GoError.notSupported("values nested deeper than " + MAX_DEPTH + " levels");
    }
    boolean equal = comparison.test(left, right);
    depth--;
    partners.remove(right);
    return equal;
  }

  private boolean mapsAreEqual(GoMap left, GoMap right) {
    if (!left.type().equals(right.type())
        || left.isNil() != right.isNil()
        || left.size() != right.size()) {
      return false;
    }
    if (left == right) {
      return true;
    }
    for (Object key : left.sortedKeys()) {
      if (!right.containsKey(key) || !areEqual(left.get(key), right.get(key))) {
        return false;
      }
    }
    return true;
  }

  private boolean slicesAreEqual(GoSlice left, GoSlice right) {
    if (!left.type().equals(right.type())
        || left.isNil() != right.isNil()
        || left.length() != right.length()) {
      return false;
    }
    if (left == right) {
      return true;
    }
    for (int i = 0; i < left.length(); i++) {
      if (!areEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean structsAreEqual(GoObject left, GoObject right) {
    if (!left.type().equals(right.type())) {
      return false;
    }
    if (left.type().fields().isEmpty()) {
      // Structs without visible fields, such as times and versions, know themselves.
      return Objects.equals(left, right);
    }
    for (GoField field : left.type().fields()) {
      if (!areEqual(field.of(left), field.of(right))) {
        return false;
      }
    }
    return true;
  }
}
