package io.agentsrender.gotemplate.builtin;

import io.agentsrender.gotemplate.function.FunctionContext;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoNil;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code call}: calls a function that is a value. */
final class Callee {
  private Callee() {}

  /**
   * @param name how the template names the function
   */
  static @Nullable Object call(
      FunctionContext context,
      String name,
      @Nullable Object function,
      List<@Nullable Object> arguments,
      GoVersion version) {
    if (function == null || GoNil.INTERFACE.equals(function)) {
      throw new GoError("call of nil");
    }
    String named = version.namesCalledFunctions() ? " " + name : "";
    if (!(function instanceof GoFunction callee)) {
      throw new GoError("non-function" + named + " of type " + GoTypes.typeOf(function));
    }
    Signature signature = callee.signature();
    String of = version.namesCalledFunctions() ? " for " + name : "";
    int count = arguments.size();
    if (signature.variadic() ? count < signature.fixed() : count != signature.fixed()) {
      throw new GoError(
          "wrong number of args"
              + of
              + ": got "
              + count
              + (signature.variadic() ? " want at least " : " want ")
              + signature.fixed());
    }
    @Nullable Object[] prepared = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      try {
        prepared[i] = Assignment.prepare(arguments.get(i), signature.parameter(i));
      } catch (GoError e) {
        throw new GoError("arg " + i + ": " + e.text(), e);
      }
    }
    return callee.call(context, prepared);
  }
}
