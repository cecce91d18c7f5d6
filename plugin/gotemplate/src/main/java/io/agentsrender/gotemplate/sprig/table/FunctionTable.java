package io.agentsrender.gotemplate.sprig.table;

import io.agentsrender.gotemplate.function.Arguments;
import io.agentsrender.gotemplate.function.FunctionSet;
import io.agentsrender.gotemplate.function.GoFunction;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.gotemplate.value.Signature;
import io.agentsrender.source.budget.Meter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects functions, and lets each of them count the text that it reads and makes. */
public final class FunctionTable {
  /** Text that is read or written takes about one step of a template for so many bytes. */
  private static final int BYTES_PER_STEP = 256;

  private final Map<String, GoFunction> byName = new LinkedHashMap<>();

  public void add(String name, Signature signature, GoFunction.Body body) {
    boolean text = signature.result().equals(GoTypes.STRING);
    byName.put(name, GoFunction.of(name, signature, arguments -> metered(arguments, body, text)));
  }

  /** Another name for a function that is there. */
  public void alias(String name, String known) {
    byName.put(name, Objects.requireNonNull(byName.get(known)).named(name));
  }

  public FunctionSet build() {
    return FunctionSet.of(byName.values());
  }

  private static @Nullable Object metered(
      Arguments arguments, GoFunction.Body body, boolean makesText) {
    Meter meter = arguments.context().meter();
    long read = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.value(i) instanceof String s) {
        read += s.length();
      }
    }
    if (read >= BYTES_PER_STEP) {
      meter.step(read / BYTES_PER_STEP);
    }
    Object result = body.call(arguments);
    if (makesText && result instanceof String s) {
      meter.output(s.length());
    }
    return result;
  }
}
