package io.agentsrender.kustomize.selector;

import io.agentsrender.kustomize.identity.Gvk;
import io.agentsrender.kustomize.identity.ResourceId;
import io.agentsrender.kustomize.node.path.GoRegex;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a selector as expressions that must fit as a whole (api/types/selector.go,
 * SelectorRegex).
 */
public final class NamePatterns {
  private final @Nullable GoRegex group;
  private final @Nullable GoRegex version;
  private final @Nullable GoRegex kind;
  private final @Nullable GoRegex name;
  private final @Nullable GoRegex namespace;

  public NamePatterns(ResourceId selector) {
    group = compile(selector.gvk().group());
    version = compile(selector.gvk().version());
    kind = compile(selector.gvk().kind());
    name = compile(selector.name());
    namespace = compile(selector.namespace());
  }

  private static @Nullable GoRegex compile(String expression) {
    return expression.isEmpty() ? null : GoRegex.anchored(expression);
  }

  public boolean matchesGvk(Gvk gvk) {
    return fits(group, gvk.group()) && fits(version, gvk.version()) && fits(kind, gvk.kind());
  }

  public boolean matchesName(String text) {
    return fits(name, text);
  }

  public boolean matchesNamespace(String text) {
    return fits(namespace, text);
  }

  private static boolean fits(@Nullable GoRegex regex, String text) {
    return regex == null || regex.isFoundIn(text);
  }
}
