package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.application.ApplicationSource.Tool;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.Application;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.SourceRequest;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.FileSelection;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Planner;
import io.agentsrender.render.repository.ChartLookup;
import io.agentsrender.render.repository.Located;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders an Application as Argo CD does: every source with its tool, one after the other. Sources
 * for this program's plugin get its policies; those that Argo CD renders by itself do not.
 */
public final class ApplicationRenderer {
  private static final String REGISTRY = "oci://";

  private final Engine engine;
  private final ApplicationWorld world;
  private final Planner planner = new Planner();

  public ApplicationRenderer(Engine engine, ApplicationWorld world) {
    this.engine = engine;
    this.world = world;
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
      Map<String, RefTarget> refs = refs(sources);
      ApplicationWorld.Session session = world.session();
      for (ApplicationSource source : sources) {
        outcomes.add(outcome(new One(application, source, refs, sources.size() > 1, session)));
      }
    } catch (RenderException e) {
      problems.addAll(e.problems());
    }
    return new ApplicationRender(application, outcomes, problems);
  }

  private static Problem noSource(ArgoApplication application) {
    return Problem.error(
            "reading an Application",
            "spec.source.repoURL and either spec.source.path or spec.source.chart are required")
        .withPlace(application.at())
        .withAdvice("Add spec.source or spec.sources.");
  }

  private static Map<String, RefTarget> refs(List<ApplicationSource> sources) {
    Map<String, RefTarget> refs = new LinkedHashMap<>();
    ApplicationSource.refs(sources).forEach((name, source) -> refs.put(name, target(source)));
    return refs;
  }

  private static RefTarget target(ApplicationSource source) {
    boolean chart = !source.chart().isEmpty() && !source.repoUrl().startsWith(REGISTRY);
    return new RefTarget.Remote(
        chart ? REGISTRY + source.repoUrl() : source.repoUrl(), source.targetRevision());
  }

  /** One source while it is rendered. */
  private record One(
      ArgoApplication application,
      ApplicationSource source,
      Map<String, RefTarget> refs,
      boolean amongSeveral,
      ApplicationWorld.Session session) {
    String tried() {
      return "rendering " + source.describe();
    }

    Variables variables() {
      Application facts =
          new Application(
              application.name(),
              application.destinationNamespace(),
              application.project(),
              source.targetRevision(),
              Map.of(
                  "ARGOCD_APP_SOURCE_REPO_URL", source.repoUrl(),
                  "ARGOCD_APP_SOURCE_PATH", source.path(),
                  "ARGOCD_APP_SOURCE_TARGET_REVISION", source.targetRevision()));
      return new Variables(facts.variables(), facts::substituted);
    }
  }

  private SourceOutcome outcome(One one) {
    ApplicationSource source = one.source();
    if (source.isOnlyReferred()) {
      return new SourceOutcome.Left(source, "others refer to it");
    }
    try {
      Optional<Tool> tool = source.tool();
      if (tool.filter(Tool.PLUGIN::equals).isPresent()) {
        return plugin(one, options(source, Tool.PLUGIN));
      }
      if (source.chart().isEmpty() && !one.session().isAtHand(source.repoUrl())) {
        return new SourceOutcome.Left(source, "its repository is not at hand");
      }
      return new SourceOutcome.Rendered(source, rendered(one, tool));
    } catch (RenderException e) {
      List<Problem> placed =
          e.problems().stream()
              .map(
                  problem -> problem.place().isPresent() ? problem : problem.withPlace(source.at()))
              .toList();
      return new SourceOutcome.Rendered(source, RenderResult.failed(placed));
    }
  }

  private static MapNode options(ApplicationSource source, Tool tool) {
    return source.options(tool).orElse(new MapNode(List.of(), source.at()));
  }

  private SourceOutcome plugin(One one, MapNode node) {
    ApplicationSource source = one.source();
    PluginOptions options = new PluginOptions(node);
    if (!options.isOwn()) {
      return new SourceOutcome.Left(source, "the plugin \"" + options.name() + "\" renders it");
    }
    if (!one.session().isAtHand(source.repoUrl())) {
      return new SourceOutcome.Left(source, "its repository is not at hand");
    }
    List<Problem> warnings = new ArrayList<>();
    ParameterValues parameters = options.parameters(warnings);
    Located place = place(one);
    ArgoApplication application = one.application();
    RenderRequest request =
        RenderRequest.of(
                place.tree(),
                place.folder(),
                new Application(
                    application.name(),
                    application.destinationNamespace(),
                    application.project(),
                    source.targetRevision(),
                    options.environment(one.variables())))
            .withCluster(world.cluster())
            .withParameters(parameters);
    RenderResult result = engine.render(request, one.session().remotes());
    return new SourceOutcome.Rendered(source, result.withProblems(warnings));
  }

  private RenderResult rendered(One one, Optional<Tool> tool) {
    List<Problem> warnings = new ArrayList<>();
    Plan plan;
    RenderRequest request =
        request(one, ParameterValues.builder().string("allow-empty", "true").build());
    ApplicationSource source = one.source();
    Located place = source.chart().isEmpty() ? place(one) : chart(one);
    Plan found =
        tool.isEmpty() && source.chart().isEmpty()
            ? planner.planFiles(place.tree(), place.folder())
            : new Plan.ManifestFolder(place.folder(), FileSelection.DEFAULT);
    if (!source.chart().isEmpty()
        || tool.filter(Tool.HELM::equals).isPresent()
        || found instanceof Plan.Chart) {
      HelmOptions options =
          new HelmOptions(
              options(source, Tool.HELM), one.variables(), one.refs(), one.amongSeveral());
      plan = new Plan.HelmSource(options.release(place, one.application(), warnings));
      request = request(one, options.parameters()).withCluster(options.cluster(world.cluster()));
    } else if (tool.filter(Tool.KUSTOMIZE::equals).isPresent()) {
      KustomizeOptions options = new KustomizeOptions(options(source, Tool.KUSTOMIZE));
      plan = new Plan.Kustomization(place.folder());
      request =
          request(one, options.parameters(warnings)).withCluster(options.cluster(world.cluster()));
    } else if (tool.filter(Tool.DIRECTORY::equals).isPresent()) {
      plan = new Plan.ManifestFolder(place.folder(), selection(source, warnings));
    } else {
      plan = found;
    }
    SourceRequest whole =
        new SourceRequest(
            request.withFolder(place.tree(), place.folder()),
            plan,
            one.session().repositories(),
            one.refs());
    return engine.render(whole, one.session().remotes()).withProblems(warnings);
  }

  private RenderRequest request(One one, ParameterValues parameters) {
    ArgoApplication application = one.application();
    return RenderRequest.of(
            world.tree(),
            TreePath.ROOT,
            new Application(
                application.name(),
                application.destinationNamespace(),
                application.project(),
                one.source().targetRevision(),
                one.variables().byName()))
        .withCluster(world.cluster())
        .withParameters(parameters);
  }

  /** The folder of a source in its repository. */
  private static Located place(One one) {
    ApplicationSource source = one.source();
    if (source.path().isEmpty()) {
      throw failure(
          one, "spec.source.path or spec.source.chart is required", "Name a folder, or a chart.");
    }
    Located root = one.session().repositories().find(source.repoUrl(), source.targetRevision());
    String folder = TreePath.confine(root.folder(), relative(source.path()), one.tried());
    if (!root.tree().isFolder(folder)) {
      throw failure(one, source.path() + ": app path does not exist", "Name a folder that exists.");
    }
    return new Located(root.tree(), folder);
  }

  private static String relative(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static RenderException failure(One one, String reason, String advice) {
    return new RenderException(
        Problem.error(one.tried(), reason).withPlace(one.source().at()).withAdvice(advice));
  }

  private static Located chart(One one) {
    ApplicationSource source = one.source();
    PlacedText name = new PlacedText(source.chart(), source.at());
    ComponentSource.Chart chart =
        new ComponentSource.Chart(
            new PlacedText(source.repoUrl(), source.at()),
            new ComponentSource.ChartPlace.Named(name),
            new PlacedText(source.targetRevision(), source.at()),
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty(),
            source.at());
    return new ChartLookup(one.session().repositories(), one.session().remotes().charts())
        .find(one.tried(), chart);
  }

  private static FileSelection selection(ApplicationSource source, List<Problem> warnings) {
    Findings findings = new Findings("reading the directory options of an Application");
    Fields fields =
        Fields.of(options(source, Tool.DIRECTORY), findings)
            .note(List.of("recurse", "jsonnet", "include", "exclude"));
    fields
        .section("jsonnet")
        .filter(jsonnet -> !jsonnet.map().isEmpty())
        .ifPresent(jsonnet ->
            findings.error(
                jsonnet.map().position(),
                "Jsonnet is not supported",
                "Commit what it renders, and leave the options out."));
    FileSelection selection =
        new FileSelection(
            fields.isTrue("recurse"),
            fields.optionalText("include").map(PlacedText::text).orElse(""),
            fields.optionalText("exclude").map(PlacedText::text).orElse(""));
    findings.report(warnings);
    return selection;
  }
}
