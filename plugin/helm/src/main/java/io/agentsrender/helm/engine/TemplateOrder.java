package io.agentsrender.helm.engine;

import java.util.Comparator;

/**
 * The order in which Helm parses and executes template files: the deepest first, and among equally
 * deep ones the last by name first (engine.go, sortTemplates).
 */
final class TemplateOrder {
  static final Comparator<String> INSTANCE =
      Comparator.comparingInt(TemplateOrder::depth)
          .thenComparing(Comparator.naturalOrder())
          .reversed();

  private TemplateOrder() {}

  private static int depth(String path) {
    int depth = 0;
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      depth++;
    }
    return depth;
  }
}
