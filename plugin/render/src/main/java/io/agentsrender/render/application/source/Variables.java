package io.agentsrender.render.application.source;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The variables of Argo CD's build environment.
 *
 * @param byName as a plugin would see them
 * @param substitution fills them in
 */
record Variables(Map<String, String> byName, UnaryOperator<String> substitution) {
  /** The text with its variables filled in. */
  String in(String text) {
    return substitution.apply(text);
  }
}
