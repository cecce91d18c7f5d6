package io.agentsrender.gotemplate.sprig.collection;

import io.agentsrender.gotemplate.builtin.Truth;
import io.agentsrender.gotemplate.sprig.table.Allowance;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.source.budget.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Merges one map into another (the library mergo, deepMerge): keys that are missing or empty are
 * taken over, maps under the same key are merged, and with {@code overwrite} all else is replaced.
 */
final class Merge {
  private static final int MAX_DEPTH = 1000;

  private final Meter meter;
  private final boolean overwrite;
  private final boolean mapsOverOthers;
  private int depth;

  /** A pointer meets something that is none. */
  static final class DifferentTypes extends GoError {
    private static final long serialVersionUID = 1L;

    DifferentTypes() {
      super("src and dst must be of same type");
    }
  }

  /**
   * @param mapsOverOthers whether a map takes the place of what is none, as it does since mergo 1.0
   */
  Merge(Meter meter, boolean overwrite, boolean mapsOverOthers) {
    this.meter = meter;
    this.overwrite = overwrite;
    this.mapsOverOthers = mapsOverOthers;
  }

  void maps(GoMap target, GoMap source) {
    Allowance.list(meter, source.size());
    if (++depth > MAX_DEPTH) {
      throw GoError.notSupported("maps nested deeper than " + MAX_DEPTH + " levels");
    }
    for (Object key : source.sortedKeys()) {
      Object value = source.get(key);
      if (value != null) {
        entry(target, key, value, source);
      } else if (overwrite) {
        put(target, key, null, source);
      }
    }
    depth--;
  }

  private void entry(GoMap target, Object key, Object value, GoMap source) {
    Object known = target.get(key);
    switch (GoTypes.kindOf(value)) {
      case STRUCT, POINTER, MAP -> nested(known, value);
      case SLICE -> list(target, key, known, (GoSlice) value);
      default -> {}
    }
    if (known != null && Truth.of(known) && isDone(known, value)) {
      return;
    }
    if (overwrite || !Truth.of(known)) {
      put(target, key, value, source);
    }
  }

  /** Whether what {@link #nested} and {@link #list} did is all there is to do. */
  private boolean isDone(Object known, Object value) {
    return value instanceof GoSlice
        || (value instanceof GoMap && (known instanceof GoMap || !mapsOverOthers));
  }

  private void nested(@Nullable Object known, Object value) {
    if (known instanceof GoMap map) {
      if (value instanceof GoMap other) {
        if (!map.isNil()) {
          maps(map, other);
        }
      } else if (map.isNil() && GoTypes.kindOf(value) == Kind.STRUCT) {
        throw new GoError("reflect: call of reflect.Value.IsNil on struct Value");
      } else if (overwrite && !mapsOverOthers) {
        throw new GoError("reflect: reflect.Value.Set using unaddressable value");
      }
    } else if (known instanceof GoPointer && !(value instanceof GoPointer) && !overwrite) {
      throw new DifferentTypes();
    } else if (known != null
        && GoTypes.kindOf(known) == Kind.STRUCT
        && !GoTypes.typeOf(known).fields().isEmpty()
        && GoTypes.kindOf(value) != Kind.STRUCT) {
      throw new GoError(
          "reflect: call of reflect.Value.Field on " + GoTypes.kindOf(value).goName() + " Value");
    }
  }

  private void list(GoMap target, Object key, @Nullable Object known, GoSlice value) {
    Kind elements = target.type().elem().kind();
    if (target.containsKey(key) && !elements.canBeNil()) {
      throw new GoError("reflect: call of reflect.Value.IsNil on " + elements.goName() + " Value");
    }
    if (overwrite || target.isEmpty()) {
      put(target, key, value, value.type());
    } else if (known == null) {
      put(target, key, GoSlice.ofOwned(value.type(), new @Nullable Object[0]), value.type());
    }
  }

  private static void put(GoMap target, Object key, @Nullable Object value, GoMap source) {
    put(target, key, value, source.type().elem());
  }

  private static void put(GoMap target, Object key, @Nullable Object value, GoType type) {
    GoType elements = target.type().elem();
    if (!type.isAssignableTo(elements)) {
      throw new GoError(
          "reflect.Value.SetMapIndex: value of type "
              + type
              + " is not assignable to type "
              + elements);
    }
    target.put(key, value);
  }
}
