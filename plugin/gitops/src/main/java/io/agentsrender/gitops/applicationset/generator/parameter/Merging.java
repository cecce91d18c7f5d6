package io.agentsrender.gitops.applicationset.generator.parameter;

import io.agentsrender.gotemplate.value.GoMap;
import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.gotemplate.value.GoTypes;
import io.agentsrender.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Merges sets of parameters as mergo does with WithOverride: maps deep, the later wins. */
public final class Merging {
  private Merging() {}

  /**
   * Puts the entries of {@code above} into {@code target}.
   *
   * @param at for what cannot be merged
   */
  public static void into(GoMap target, GoMap above, Node at) {
    for (Object key : above.sortedKeys()) {
      Object value = above.get(key);
      Object present = target.get(key);
      if (value instanceof GoMap inner && present instanceof GoMap outer && !outer.isEmpty()) {
        into(outer, inner, at);
      } else {
        check(target, value, key, at);
        target.put(key, value);
      }
    }
  }

  /** Go panics where a map of texts gets what need not be one. */
  private static void check(GoMap target, @Nullable Object value, Object key, Node at) {
    if (target.type().equals(GoTypes.STRING_MAP)
        && (!(value instanceof String) || value instanceof GoSlice)) {
      throw Failures.at(
          at, "\"" + key + "\" of one generator's values is no text, and the other's are texts");
    }
  }
}
