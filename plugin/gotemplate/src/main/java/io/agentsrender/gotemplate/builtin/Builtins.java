package io.agentsrender.gotemplate.builtin;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.BOOL;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.REFLECT_VALUE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.fmt.GoFormat;
import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.Signature;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built-in functions of each version of Go. */
public final class Builtins {
  private static final Signature VALUES = signature(REFLECT_VALUE, REFLECT_VALUE).variadicLast();
  private static final Signature RELATION =
      signature(REFLECT_VALUE, REFLECT_VALUE).returns(BOOL).orError();
  private static final Signature TEXT = signature(ANY).variadicLast().returns(STRING);

  /** Evaluated by the executor, which stops at the first argument that decides. */
  public static final GoFunction AND =
      GoFunction.of("and", VALUES.returns(REFLECT_VALUE), Builtins::neverCalled);

  /** Evaluated by the executor, which stops at the first argument that decides. */
  public static final GoFunction OR =
      GoFunction.of("or", VALUES.returns(REFLECT_VALUE), Builtins::neverCalled);

  private static final Map<GoVersion, FunctionSet> SETS = new EnumMap<>(GoVersion.class);

  static {
    for (GoVersion version : GoVersion.values()) {
      SETS.put(version, create(version));
    }
  }

  private Builtins() {}

  /** All built-in functions. */
  public static FunctionSet of(GoVersion version) {
    FunctionSet set = SETS.get(version);
    if (set == null) {
      throw new IllegalArgumentException("no functions of " + version);
    }
    return set;
  }

  private static FunctionSet create(GoVersion version) {
    Comparison comparison = new Comparison(version);
    return FunctionSet.of(
        AND,
        OR,
        // The executor puts the text of the function's operand before the arguments.
        GoFunction.of(
            "call",
            VALUES.returns(REFLECT_VALUE).orError(),
            args ->
                Callee.call(
                    args.context(),
                    args.string(0),
                    args.value(1),
                    args.rest().subList(1, args.rest().size()),
                    version)),
        GoFunction.of("html", TEXT, args -> Escapes.html(Printing.join(args))),
        GoFunction.of("js", TEXT, args -> Escapes.js(Printing.join(args))),
        GoFunction.of("urlquery", TEXT, args -> Escapes.urlQuery(Printing.join(args))),
        GoFunction.of(
            "index",
            VALUES.returns(REFLECT_VALUE).orError(),
            args -> Indexing.index(args.value(0), args.rest())),
        GoFunction.of(
            "slice",
            VALUES.returns(REFLECT_VALUE).orError(),
            args -> Indexing.slice(args.value(0), args.rest(), version)),
        GoFunction.of(
            "len",
            signature(REFLECT_VALUE).returns(INT).orError(),
            args -> Indexing.length(args.value(0))),
        GoFunction.of(
            "not", signature(REFLECT_VALUE).returns(BOOL), args -> !Truth.of(args.value(0))),
        GoFunction.of("print", TEXT, args -> GoFormat.sprint(args.context().meter(), args.rest())),
        GoFunction.of(
            "printf",
            signature(STRING, ANY).variadicLast().returns(STRING),
            args -> GoFormat.sprintf(args.context().meter(), args.string(0), args.rest())),
        GoFunction.of(
            "println", TEXT, args -> GoFormat.sprintln(args.context().meter(), args.rest())),
        GoFunction.of(
            "eq",
            VALUES.returns(BOOL).orError(),
            args -> comparison.equalsAny(args.context().meter(), args.value(0), args.rest())),
        GoFunction.of(
            "ne",
            RELATION,
            args -> !comparison.areEqual(args.context().meter(), args.value(0), args.value(1))),
        GoFunction.of("lt", RELATION, args -> comparison.isLess(args.value(0), args.value(1))),
        GoFunction.of("le", RELATION, args -> isLessOrEqual(comparison, args)),
        GoFunction.of("gt", RELATION, args -> !isLessOrEqual(comparison, args)),
        GoFunction.of("ge", RELATION, args -> !comparison.isLess(args.value(0), args.value(1))));
  }

  private static boolean isLessOrEqual(Comparison comparison, Arguments args) {
    return comparison.isLess(args.value(0), args.value(1))
        || comparison.areEqual(args.context().meter(), args.value(0), args.value(1));
  }

  private static @Nullable Object neverCalled(Arguments arguments) {
    throw new IllegalStateException("the executor evaluates this function itself");
  }
}
