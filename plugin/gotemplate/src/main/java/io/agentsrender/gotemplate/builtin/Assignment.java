package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import org.jspecify.annotations.Nullable;

/** Values given where a type is asked for. */
public final class Assignment {
  private Assignment() {}

  /** Whether nil can stand for a value of a type (text/template/exec.go, canBeNil). */
  public static boolean canBeNil(GoType type) {
    return type.kind().canBeNil() || type.equals(GoTypes.REFLECT_VALUE);
  }

  /** A nil of a type that has one; as an argument, a nil interface is null. */
  public static @Nullable Object nil(GoType type) {
    return type.kind() == Kind.STRUCT ? null : GoTypes.zero(type);
  }

  /** A value of an assignable type as the type it is assigned to. */
  public static Object as(Object value, GoType type) {
    if (type.kind() == Kind.MAP && value instanceof GoMap map) {
      return map.as(type);
    }
    return type.kind() == Kind.SLICE && value instanceof GoSlice slice ? slice.as(type) : value;
  }

  /**
   * Makes a value fit for a key or a parameter of {@code call} (text/template/funcs.go,
   * prepareArg).
   */
  static @Nullable Object prepare(@Nullable Object value, GoType type) {
    if (value == null || GoNil.INTERFACE.equals(value)) {
      if (!canBeNil(type)) {
        throw new GoError("value is nil; should be of type " + type);
      }
      return nil(type);
    }
    GoType actual = GoTypes.typeOf(value);
    if (actual.isAssignableTo(type)) {
      return as(value, type);
    }
    if (value instanceof GoInt integer && type.kind().isInteger()) {
      return GoInt.of(type.kind(), integer.bits());
    }
    throw new GoError("value has type " + actual + "; should be " + type);
  }
}
