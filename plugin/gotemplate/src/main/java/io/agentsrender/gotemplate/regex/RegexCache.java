package io.agentsrender.gotemplate.regex;

import io.agentsrender.source.budget.Meter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expressions that one render has compiled lately. */
public final class RegexCache {
  private static final int MAX_EXPRESSIONS = 200;

  /** Longer ones are not kept: they may take much memory. */
  private static final int MAX_LENGTH = 1000;

  private final Map<String, GoRegex> compiled =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, GoRegex> eldest) {
          return size() > MAX_EXPRESSIONS;
        }
      };

  /**
   * A compiled expression.
   *
   * @throws io.agentsrender.gotemplate.value.GoError with the text of Go's {@code regexp.Compile}
   */
  public GoRegex get(String expression, Meter meter) {
    GoRegex known = compiled.get(expression);
    if (known != null) {
      return known;
    }
    GoRegex regex = GoRegex.compile(expression, meter);
    if (expression.length() <= MAX_LENGTH) {
      compiled.put(expression, regex);
    }
    return regex;
  }
}
