package io.agentsrender.gotemplate.statement;

import org.jspecify.annotations.Nullable;

/** Templates by name, as a template sees those it can invoke. */
public interface Templates {
  /** The template of that name; null without one. */
  @Nullable Template lookup(String name);
}
