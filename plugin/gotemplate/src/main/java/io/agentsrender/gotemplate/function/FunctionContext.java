package io.agentsrender.gotemplate.function;

import io.agentsrender.gotemplate.host.Host;
import io.agentsrender.source.budget.Meter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a function may ask of the execution that calls it. */
public interface FunctionContext {
  Host host();

  /** Counts work and text; functions whose result can be large count it before they make it. */
  Meter meter();

  /**
   * Executes a template of the set at hand and returns its output.
   *
   * @throws io.agentsrender.gotemplate.value.GoError where it fails
   */
  String execute(String template, @Nullable Object data);

  /**
   * Parses a text over the set at hand and executes it; what it defines is gone afterwards.
   *
   * @param name what its errors call it
   * @throws io.agentsrender.gotemplate.value.GoError where it does not parse or fails
   */
  String executeText(String name, String text, @Nullable Object data);

  /**
   * Something that belongs to the whole execution, made when it is first asked for: a count of
   * nested includes, a cache.
   */
  <T> T local(Class<T> type, Supplier<T> initial);
}
