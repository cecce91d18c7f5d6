package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.builtin.Assignment;
import io.agentsrender.gotemplate.expression.Command.Piped;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoPointer;
import io.agentsrender.gotemplate.value.GoType;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Kind;
import io.agentsrender.gotemplate.value.Signature;
import org.jspecify.annotations.Nullable;

/** Checks arguments by the types of parameters (text/template/exec.go, evalCall, validateType). */
final class Parameters {
  private Parameters() {}

  /**
   * The arguments of a call as its signature wants them.
   *
   * @param name what errors call the function
   */
  static @Nullable Object[] bind(
      State state,
      String name,
      Signature signature,
      Expression[] arguments,
      @Nullable Object piped) {
    boolean hasPiped = piped != Piped.NOTHING;
    int count = hasPiped ? arguments.length + 1 : arguments.length;
    int fixed = signature.fixed();
    if (signature.variadic()) {
      if (count < fixed) {
        throw wrongNumber(state, name, "at least " + fixed, arguments.length);
      }
    } else if (count != fixed) {
      throw wrongNumber(state, name, Integer.toString(fixed), count);
    }
    @Nullable Object[] values = new @Nullable Object[count];
    for (int i = 0; i < arguments.length; i++) {
      values[i] = arguments[i].argument(state, signature.parameter(i));
    }
    if (hasPiped) {
      int last = count - 1;
      values[last] = check(state, piped, signature.parameter(last));
    }
    return values;
  }

  private static RuntimeException wrongNumber(State state, String name, String want, int got) {
    return state.error("wrong number of args for " + name + ": want " + want + " got " + got);
  }

  /** The value as that type, which may be nothing at all for {@code reflect.Value}. */
  static @Nullable Object check(State state, @Nullable Object value, GoType type) {
    if (value == null) {
      if (Assignment.canBeNil(type)) {
        return Assignment.nil(type);
      }
      throw state.error("invalid value; expected " + type);
    }
    if (type.equals(GoTypes.REFLECT_VALUE)) {
      return value;
    }
    if (type.isEmptyInterface()) {
      return GoNil.INTERFACE.equals(value) ? null : value;
    }
    GoType actual = GoTypes.typeOf(value);
    if (actual.isAssignableTo(type)) {
      return actual.equals(type) ? value : Assignment.as(value, type);
    }
    if (value instanceof GoPointer pointer
        && GoTypes.typeOf(pointer.target()).isAssignableTo(type)) {
      return pointer.target();
    }
    if (value instanceof GoNil
        && actual.kind() == Kind.POINTER
        && actual.elem().isAssignableTo(type)) {
      throw state.error("dereference of nil pointer of type " + type);
    }
    throw state.error("wrong type for value; expected " + type + "; got " + actual);
  }
}
