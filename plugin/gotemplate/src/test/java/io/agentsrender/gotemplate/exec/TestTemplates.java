package io.agentsrender.gotemplate.exec;

import static io.agentsrender.gotemplate.value.GoTypes.ANY;
import static io.agentsrender.gotemplate.value.GoTypes.INT;
import static io.agentsrender.gotemplate.value.GoTypes.SLICE;
import static io.agentsrender.gotemplate.value.GoTypes.STRING;
import static io.agentsrender.gotemplate.value.Signature.signature;

import io.agentsrender.gotemplate.expression.MissingKey;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.gotemplate.parse.node.GoVersion;
import io.agentsrender.gotemplate.value.GoError;
import io.agentsrender.gotemplate.value.GoInt;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.source.budget.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Short ways to make and execute templates in tests. */
final class TestTemplates {
  static final FunctionSet FUNCTIONS =
      FunctionSet.of(
          GoFunction.of(
              "include",
              signature(STRING, ANY).returns(STRING).orError(),
              args -> args.context().execute(args.string(0), args.value(1))),
          GoFunction.of(
              "tpl",
              signature(STRING, ANY).returns(STRING).orError(),
              args -> args.context().executeText("tpl", args.string(0), args.value(1))),
          GoFunction.of(
              "fail",
              signature(STRING).returns(STRING).orError(),
              args -> {
                throw new GoError(args.string(0));
              }),
          GoFunction.of("inc", signature(INT).returns(INT), args -> GoInt.of(args.integer(0) + 1)),
          GoFunction.of(
              "list",
              signature(ANY).variadicLast().returns(SLICE),
              args -> GoSlice.copyOf(SLICE, args.rest())));

  private TestTemplates() {}

  static TemplateSet set(String... texts) {
    TemplateSet.Builder set = TemplateSet.builder("root", FUNCTIONS, GoVersion.LATEST);
    for (int i = 0; i < texts.length; i++) {
      set.parse("t" + i + ".yaml", texts[i]);
    }
    return set.build();
  }

  static Execution execution(TemplateSet set, Meter meter) {
    return new Execution(set, MissingKey.ZERO, Host.pinned(Instant.EPOCH, 1), meter);
  }

  /** Executes the first of the texts. */
  static String render(@Nullable Object data, String... texts) {
    return execution(set(texts), Budget.DEFAULT.meter()).render("t0.yaml", data);
  }
}
