package io.agentsrender.helm.engine;

import java.util.Comparator;

/**
 * The order in which Helm parses and executes template files: the deepest first, and among equally
 * deep ones the last by name first (engine.go, sortTemplates).
 */
final class TemplateOrder {
  static final Comparator<String> INSTANCE =
      Comparator.comparingLong(TemplateOrder::depth)
          .thenComparing(Comparator.naturalOrder())
          .reversed();

  private TemplateOrder() {}

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }
}
