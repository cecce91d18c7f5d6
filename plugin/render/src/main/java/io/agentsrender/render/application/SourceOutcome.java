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
   * @param advice what to do to have it rendered; empty where there is nothing to render
   */
  record Left(ApplicationSource source, String reason, String advice) implements SourceOutcome {}
}
