package io.agentsrender.gotemplate.function;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that templates of one set can call: immutable. */
public final class FunctionSet {
  private static final FunctionSet NONE = new FunctionSet(Map.of());

  private final Map<String, GoFunction> byName;

  /** The last answer of {@link #over}, since the same one is asked for again and again. */
  private @Nullable Layered layered;

  private record Layered(FunctionSet base, FunctionSet all) {}

  private FunctionSet(Map<String, GoFunction> byName) {
    this.byName = byName;
  }

  public static FunctionSet none() {
    return NONE;
  }

  public static FunctionSet of(GoFunction... functions) {
    return of(Arrays.asList(functions));
  }

  /** Later functions replace earlier ones of the same name. */
  public static FunctionSet of(Collection<GoFunction> functions) {
    return NONE.plus(functions);
  }

  /** With these functions too; they replace those of the same name. */
  public FunctionSet plus(FunctionSet others) {
    return plus(others.byName.values());
  }

  /** With these functions too; they replace those of the same name. */
  public FunctionSet plus(Collection<GoFunction> others) {
    Map<String, GoFunction> all = new LinkedHashMap<>(byName);
    for (GoFunction function : others) {
      all.put(function.name(), function);
    }
    return new FunctionSet(all);
  }

  /** These functions and those of a base set that they do not replace. */
  public FunctionSet over(FunctionSet base) {
    Layered known = layered;
    if (known == null || known.base != base) {
      known = new Layered(base, base.plus(this));
      layered = known;
    }
    return known.all;
  }

  public FunctionSet without(String... names) {
    Map<String, GoFunction> rest = new LinkedHashMap<>(byName);
    rest.keySet().removeAll(List.of(names));
    return new FunctionSet(rest);
  }

  /** The function of that name; null without one. */
  public @Nullable GoFunction get(String name) {
    return byName.get(name);
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
