package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.application.ApplicationSource.Tool;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.field.Fields;
import io.agentsrender.gitops.field.Findings;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.SourceRequest;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.FileSelection;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Planner;
import io.agentsrender.render.repository.ChartLookup;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.request.Application;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders an Application as Argo CD does: every source with its tool, one after the other. Sources
 * for this program's plugin get its policies; those that Argo CD renders by itself do not.
 */
public final class ApplicationRenderer {
  private static final String REGISTRY = "oci://";
  private static final ParameterValues EMPTY_ALLOWED =
      ParameterValues.builder().string("allow-empty", "true").build();

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
      Map<String, RefTarget> refs = ApplicationSource.refTargets(sources);
      ApplicationWorld.Session session = world.session();
      for (ApplicationSource source : sources) {
        outcomes.add(
            outcome(new One(application, source, refs, application.hasSeveralSources(), session)));
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

    One with(ApplicationSource other) {
      return new One(application, other, refs, amongSeveral, session);
    }

    SourceRequest request(RenderRequest request, Plan plan) {
      return new SourceRequest(
          request,
          plan,
          session.repositories(),
          new RefTarget.Remote(source.repoUrl(), source.targetRevision()),
          refs);
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
    if (one.amongSeveral() && source.path().isEmpty() && source.chart().isEmpty()) {
      return new SourceOutcome.Left(
          source, source.ref().isEmpty() ? "it names nothing to render" : "others refer to it", "");
    }
    try {
      Optional<SourceOutcome> left = left(one);
      return left.isPresent()
          ? left.get()
          : new SourceOutcome.Rendered(source, rendered(one).withDefaultPlace(source.at()));
    } catch (RenderException e) {
      return new SourceOutcome.Rendered(
          source, RenderResult.failed(e.problems()).withDefaultPlace(source.at()));
    }
  }

  private static Optional<SourceOutcome> left(One one) {
    ApplicationSource source = one.source();
    Optional<MapNode> plugin = source.options(Tool.PLUGIN);
    if (plugin.isPresent()) {
      PluginOptions options = new PluginOptions(plugin.get());
      if (!options.isOwn()) {
        return Optional.of(
            new SourceOutcome.Left(
                source,
                "the plugin \"" + options.name() + "\" renders it",
                "It is only listed: this program knows no plugin but itself."));
      }
    }
    boolean inGit = source.chart().isEmpty() && !source.repoUrl().startsWith(REGISTRY);
    return inGit && !one.session().isAtHand(source.repoUrl())
        ? Optional.of(
            new SourceOutcome.Left(
                source,
                "its repository is not at hand",
                "It is only listed. To render it, say where it is: --repository "
                    + source.repoUrl()
                    + "=FOLDER."))
        : Optional.empty();
  }

  private RenderResult rendered(One one) {
    ApplicationSource source = one.source();
    Located place = source.chart().isEmpty() ? place(one) : chart(one, source.chart());
    One merged = one.with(SourceOverrides.into(source, place, one.application().name()));
    return merged.source().tool().filter(Tool.PLUGIN::equals).isPresent()
        ? byPlugin(merged, place)
        : byArgo(merged, place);
  }

  private static MapNode options(ApplicationSource source, Tool tool) {
    return source.options(tool).orElse(new MapNode(List.of(), source.at()));
  }

  private RenderResult byPlugin(One one, Located place) {
    PluginOptions options = new PluginOptions(options(one.source(), Tool.PLUGIN));
    List<Problem> warnings = new ArrayList<>();
    ParameterValues parameters = options.parameters(warnings);
    RenderRequest request =
        request(one, options.environment(one.variables()), place).withParameters(parameters);
    return engine.render(request, one.session().remotes()).withProblems(warnings);
  }

  private RenderResult byArgo(One one, Located place) {
    ApplicationSource source = one.source();
    List<Problem> warnings = new ArrayList<>();
    Optional<Tool> tool = source.tool().or(() -> found(place));
    RenderRequest request = request(one, one.variables().byName(), place);
    SourceRequest whole =
        switch (tool.orElse(Tool.DIRECTORY)) {
          case HELM -> {
            HelmOptions options =
                new HelmOptions(
                    options(source, Tool.HELM), one.variables(), one.refs(), one.amongSeveral());
            yield one.request(
                request
                    .withParameters(options.parameters())
                    .withCluster(options.cluster(world.cluster())),
                new Plan.HelmSource(options.release(place, one.application(), warnings)));
          }
          case KUSTOMIZE -> {
            KustomizeOptions options = new KustomizeOptions(options(source, Tool.KUSTOMIZE));
            yield one.request(
                request
                    .withParameters(options.parameters(warnings))
                    .withCluster(options.cluster(world.cluster())),
                new Plan.Kustomization(place.folder()));
          }
          case DIRECTORY, PLUGIN ->
              one.request(
                  request.withParameters(EMPTY_ALLOWED),
                  new Plan.ManifestFolder(place.folder(), selection(source, warnings)));
        };
    return engine.render(whole, one.session().remotes()).withProblems(warnings);
  }

  /** What Argo CD's discovery makes of a folder. */
  private Optional<Tool> found(Located place) {
    return switch (planner.planFiles(place.tree(), place.folder())) {
      case Plan.Chart _ -> Optional.of(Tool.HELM);
      case Plan.Kustomization _ -> Optional.of(Tool.KUSTOMIZE);
      default -> Optional.empty();
    };
  }

  private RenderRequest request(One one, Map<String, String> environment, Located place) {
    ArgoApplication application = one.application();
    return RenderRequest.of(
            place.tree(),
            place.folder(),
            new Application(
                application.name(),
                application.destinationNamespace(),
                application.project(),
                one.source().targetRevision(),
                environment))
        .withCluster(world.cluster());
  }

  /** The folder of a source in its repository. */
  private static Located place(One one) {
    ApplicationSource source = one.source();
    if (source.path().isEmpty()) {
      throw failure(
          one, "spec.source.path or spec.source.chart is required", "Name a folder, or a chart.");
    }
    if (source.path().startsWith("/")) {
      throw failure(
          one, source.path() + ": app path is absolute", "Start it at the repository's root.");
    }
    SourceTree tree = tree(one);
    String folder =
        TreePath.resolve(TreePath.ROOT, source.path())
            .orElseThrow(() ->
                failure(
                    one,
                    source.path() + ": app path outside root",
                    "Name a folder inside the repository."));
    if (tree.file(folder).isPresent()) {
      throw failure(one, source.path() + ": app path is not a directory", "Name its folder.");
    }
    if (!tree.isFolder(folder)) {
      throw failure(one, source.path() + ": app path does not exist", "Name a folder that exists.");
    }
    return new Located(tree, folder);
  }

  /** Since Argo CD 3.1 an artifact of a registry may stand where a git repository does. */
  private static SourceTree tree(One one) {
    ApplicationSource source = one.source();
    int slash = source.repoUrl().lastIndexOf('/');
    if (source.repoUrl().startsWith(REGISTRY) && slash > REGISTRY.length()) {
      Located artifact = chart(one, source.repoUrl().substring(slash + 1));
      return artifact.tree().below(artifact.folder());
    }
    Located root = one.session().repositories().find(source.repoUrl(), source.targetRevision());
    return root.tree().below(root.folder());
  }

  private static RenderException failure(One one, String reason, String advice) {
    return new RenderException(
        Problem.error(one.tried(), reason).withPlace(one.source().at()).withAdvice(advice));
  }

  private static Located chart(One one, String wanted) {
    ApplicationSource source = one.source();
    PlacedText name = new PlacedText(wanted, source.at());
    ComponentSource.Chart chart =
        new ComponentSource.Chart(
            new PlacedText(repository(source), source.at()),
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

  /** To Argo CD an address of charts without a scheme is a registry (util/helm, IsHelmOciRepo). */
  private static String repository(ApplicationSource source) {
    if (source.chart().isEmpty()) {
      return source.repoUrl().substring(0, source.repoUrl().lastIndexOf('/'));
    }
    return source.repoUrl().contains("://") ? source.repoUrl() : REGISTRY + source.repoUrl();
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
