package io.agentsrender.render.application.source;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.application.ApplicationSource.Tool;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.SourceRequest;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import java.util.Map;

/**
 * A source with what it has from its Application.
 *
 * @param refs the Application's other sources, by the names that refer to them
 */
public record SourceInApplication(
    ArgoApplication application,
    ApplicationSource source,
    Map<String, RefTarget> refs,
    Session session) {
  /** Whether the Application has a list of sources, be it of one. */
  public boolean isAmongSeveral() {
    return application.hasSeveralSources();
  }

  SourceInApplication with(ApplicationSource other) {
    return new SourceInApplication(application, other, refs, session);
  }

  /** What the source says to a tool; nothing where it does not. */
  MapNode options(Tool tool) {
    return source.options(tool).orElse(new MapNode(List.of(), source.at()));
  }

  /** What Argo CD tells a plugin, and fills into options. */
  Variables variables() {
    Application facts =
        facts(
            Map.of(
                "ARGOCD_APP_SOURCE_REPO_URL", source.repoUrl(),
                "ARGOCD_APP_SOURCE_PATH", source.path(),
                "ARGOCD_APP_SOURCE_TARGET_REVISION", source.targetRevision()));
    return new Variables(facts.variables(), facts::substituted);
  }

  Application facts(Map<String, String> environment) {
    return new Application(
        application.name(),
        application.destinationNamespace(),
        application.project(),
        source.targetRevision(),
        environment);
  }

  SourceRequest planned(RenderRequest request, Plan plan) {
    return new SourceRequest(
        request,
        plan,
        session.repositories(),
        new RefTarget.Remote(source.repoUrl(), source.targetRevision()),
        refs);
  }

  String tried() {
    return "rendering " + source.describe();
  }

  RenderException failure(String reason, String advice) {
    return new RenderException(
        Problem.error(tried(), reason).withPlace(source.at()).withAdvice(advice));
  }
}
