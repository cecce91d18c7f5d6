package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNamed;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code index}, {@code slice} and {@code len}. */
final class Indexing {
  private Indexing() {}

  /** {@code index x 1 2} is x[1][2]. */
  static @Nullable Object index(@Nullable Object first, List<@Nullable Object> indexes) {
    Object item = first;
    if (item == null || GoNil.INTERFACE.equals(item)) {
      throw new GoError("index of untyped nil");
    }
    for (Object index : indexes) {
      item = item == null ? null : GoPointer.follow(item);
      if (item == null || item instanceof GoNil) {
        throw new GoError("index of nil pointer");
      }
      item = step(GoNamed.basic(item), GoNil.INTERFACE.equals(index) ? null : index);
    }
    return item == null ? GoNil.INTERFACE : item;
  }

  private static @Nullable Object step(Object item, @Nullable Object index) {
    return switch (item) {
      case GoMap map -> {
        Object key = Assignment.prepare(index, map.type().key());
        yield key != null && map.containsKey(key) ? map.get(key) : GoTypes.zero(map.type().elem());
      }
      case GoSlice slice -> {
        int at = position(index, slice.length());
        if (at == slice.length()) {
          throw new GoError("reflect: slice index out of range");
        }
        yield slice.get(at);
      }
      case String s -> {
        int at = position(index, s.length());
        if (at == s.length()) {
          throw new GoError("reflect: string index out of range");
        }
        yield GoInt.uint8((byte) s.charAt(at));
      }
      default -> throw new GoError("can't index item of type " + GoTypes.typeOf(item));
    };
  }

  /**
   * An index as a number from 0 up to and including {@code limit} (indexArg).
   *
   * @param index a nil interface stands for whatever is still in one
   */
  private static int position(@Nullable Object index, int limit) {
    if (index == null) {
      throw new GoError("cannot index slice/array with nil");
    }
    if (!(GoNamed.basic(index) instanceof GoInt integer)) {
      throw new GoError("cannot index slice/array with type " + GoTypes.typeOf(index));
    }
    long position = integer.bits();
    if (position < 0 || position > limit) {
      throw new GoError("index out of range: " + position);
    }
    return (int) position;
  }

  /** {@code slice x 1 2} is x[1:2]. */
  static Object slice(@Nullable Object first, List<@Nullable Object> indexes, GoVersion version) {
    if (first == null || GoNil.INTERFACE.equals(first)) {
      throw new GoError("slice of untyped nil");
    }
    Object item = GoNamed.basic(version.slicesThroughPointers() ? GoPointer.follow(first) : first);
    if (item instanceof GoNil && version.slicesThroughPointers()) {
      throw new GoError("slice of nil pointer");
    }
    if (indexes.size() > 3) {
      throw new GoError("too many slice indexes: " + indexes.size());
    }
    return switch (item) {
      case String s -> {
        if (indexes.size() == 3) {
          throw new GoError("cannot 3-index slice a string");
        }
        int[] bounds = bounds(indexes, s.length(), s.length());
        yield s.substring(bounds[0], bounds[1]);
      }
      case GoSlice s -> {
        int[] bounds = bounds(indexes, s.length(), s.capacity());
        yield s.slice(bounds[0], bounds[1], bounds[2]);
      }
      default -> {
        GoType type = GoTypes.typeOf(item);
        throw new GoError("can't slice item of type " + type);
      }
    };
  }

  private static int[] bounds(List<@Nullable Object> indexes, int length, int capacity) {
    int[] bounds = {0, length, capacity};
    for (int i = 0; i < indexes.size(); i++) {
      bounds[i] = position(indexes.get(i), capacity);
    }
    if (bounds[0] > bounds[1]) {
      throw new GoError("invalid slice index: " + bounds[0] + " > " + bounds[1]);
    }
    if (bounds[1] > bounds[2]) {
      throw new GoError("invalid slice index: " + bounds[1] + " > " + bounds[2]);
    }
    return bounds;
  }

  /** {@code len}. */
  static GoInt length(@Nullable Object value) {
    if (value == null) {
      throw new GoError("reflect: call of reflect.Value.Type on zero Value");
    }
    Object item = GoPointer.follow(value);
    if (item instanceof GoNil) {
      throw new GoError("len of nil pointer");
    }
    return switch (GoNamed.basic(item)) {
      case String s -> GoInt.of(s.length());
      case GoMap map -> GoInt.of(map.size());
      case GoSlice slice -> GoInt.of(slice.length());
      default -> throw new GoError("len of type " + GoTypes.typeOf(item));
    };
  }
}
