package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.application.source.Session;
import io.agentsrender.render.application.source.SourceInApplication;
import io.agentsrender.render.application.source.SourceRenderer;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders an Application as Argo CD does: every source with its tool, one after the other. Sources
 * for this program's plugin get its policies; those that Argo CD renders by itself do not.
 */
public final class ApplicationRenderer {
  private final ApplicationWorld world;
  private final SourceRenderer renderer;

  public ApplicationRenderer(Engine engine, ApplicationWorld world) {
    this.world = world;
    this.renderer = new SourceRenderer(engine, world.cluster());
  }

  /** Renders; problems are part of what is returned. */
  public ApplicationRender render(ArgoApplication application) {
    List<SourceOutcome> outcomes = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      List<ApplicationSource> sources = application.sources();
      if (sources.isEmpty()) {
        problems.add(noSource(application));
      }
      Map<String, RefTarget> refs = ApplicationSource.refTargets(sources);
      Session session = world.session();
      for (ApplicationSource source : sources) {
        outcomes.add(outcome(new SourceInApplication(application, source, refs, session)));
      }
    } catch (RenderException e) {
      problems.addAll(e.problems());
    }
    return ApplicationRender.of(application, outcomes, problems);
  }

  private static Problem noSource(ArgoApplication application) {
    return Problem.error(
            "reading an Application",
            "spec.source.repoURL and either spec.source.path or spec.source.chart are required")
        .withPlace(application.at())
        .withAdvice("Add spec.source or spec.sources.");
  }

  private SourceOutcome outcome(SourceInApplication part) {
    try {
      return left(part).orElseGet(() -> rendered(part, renderer.render(part)));
    } catch (RenderException e) {
      return rendered(part, RenderResult.failed(e.problems()));
    }
  }

  private static SourceOutcome rendered(SourceInApplication part, RenderResult result) {
    ApplicationSource source = part.source();
    return new SourceOutcome.Rendered(source, result.withDefaultPlace(source.at()));
  }

  private static Optional<SourceOutcome> left(SourceInApplication part) {
    ApplicationSource source = part.source();
    if (part.isAmongSeveral() && source.path().isEmpty() && source.chart().isEmpty()) {
      return Optional.of(
          new SourceOutcome.Left(
              source,
              source.ref().isEmpty() ? "it names nothing to render" : "others refer to it",
              ""));
    }
    Optional<String> plugin = SourceRenderer.otherPlugin(source);
    if (plugin.isPresent()) {
      return Optional.of(
          new SourceOutcome.Left(
              source,
              "the plugin \"" + plugin.get() + "\" renders it",
              "It is only listed: this program knows no plugin but itself."));
    }
    return SourceRenderer.isOutOfReach(part)
        ? Optional.of(
            new SourceOutcome.Left(
                source,
                "its repository is not at hand",
                "It is only listed. To render it, say where it is: --repository "
                    + source.repoUrl()
                    + "=FOLDER."))
        : Optional.empty();
  }
}
