package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.render.RenderResult;

/** What became of one source of an Application. */
public sealed interface SourceOutcome {
  ApplicationSource source();

  /** It was rendered, or failed. */
  record Rendered(ApplicationSource source, RenderResult result) implements SourceOutcome {}

  /**
   * It was left alone.
   *
   * @param reason why, for people
   */
  record Left(ApplicationSource source, String reason) implements SourceOutcome {}
}
