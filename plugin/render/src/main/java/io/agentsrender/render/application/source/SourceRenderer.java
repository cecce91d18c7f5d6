package io.agentsrender.render.application.source;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.application.ApplicationSource.Tool;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.SourceRequest;
import io.agentsrender.render.parameter.ParameterValues;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.plan.Planner;
import io.agentsrender.render.repository.Located;
import io.agentsrender.render.request.Cluster;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders a source: finds its folder, takes in the overrides that stand there, and renders with the
 * tool that the source or its folder asks for.
 */
public final class SourceRenderer {
  private static final ParameterValues EMPTY_ALLOWED =
      ParameterValues.builder().string("allow-empty", "true").build();

  private final Engine engine;
  private final Cluster cluster;
  private final Planner planner = new Planner();

  public SourceRenderer(Engine engine, Cluster cluster) {
    this.engine = engine;
    this.cluster = cluster;
  }

  /**
   * The name of the plugin that renders the source in the place of this program; empty for this
   * program's own, and where no plugin does.
   */
  public static Optional<String> otherPlugin(ApplicationSource source) {
    return source
        .options(Tool.PLUGIN)
        .map(PluginOptions::new)
        .filter(options -> !options.isOwn())
        .map(PluginOptions::name);
  }

  /** Whether the source stands in a git repository that cannot be had. */
  public static boolean isOutOfReach(SourceInApplication part) {
    return SourceFolder.isInGit(part.source()) && !part.session().isAtHand(part.source().repoUrl());
  }

  /**
   * Renders.
   *
   * @throws RenderException where there is no folder to render, or its options are wrong
   */
  public RenderResult render(SourceInApplication written) {
    Located folder = SourceFolder.of(written);
    SourceInApplication part =
        written.with(SourceOverrides.into(written.source(), folder, written.application().name()));
    List<Problem> warnings = new ArrayList<>();
    RenderResult result =
        switch (part.source().tool().orElseGet(() -> discovered(folder))) {
          case PLUGIN -> byPlugin(part, folder, warnings);
          case HELM -> byArgo(part, helm(part, folder, warnings));
          case KUSTOMIZE -> byArgo(part, kustomize(part, folder, warnings));
          case DIRECTORY -> byArgo(part, directory(part, folder, warnings));
        };
    return result.withProblems(warnings);
  }

  /** What Argo CD's discovery makes of a folder. */
  private Tool discovered(Located folder) {
    return switch (planner.planFiles(folder.tree(), folder.folder())) {
      case Plan.Chart _ -> Tool.HELM;
      case Plan.Kustomization _ -> Tool.KUSTOMIZE;
      default -> Tool.DIRECTORY;
    };
  }

  private RenderResult byPlugin(SourceInApplication part, Located folder, List<Problem> warnings) {
    PluginOptions options = new PluginOptions(part.options(Tool.PLUGIN));
    ParameterValues parameters = options.parameters(warnings);
    RenderRequest request =
        request(part, options.environment(part.variables()), folder).withParameters(parameters);
    return engine.render(request, part.session().remotes());
  }

  private RenderResult byArgo(SourceInApplication part, SourceRequest request) {
    return engine.render(request, part.session().remotes());
  }

  private SourceRequest helm(SourceInApplication part, Located folder, List<Problem> warnings) {
    HelmOptions options = new HelmOptions(part);
    RenderRequest request =
        request(part, folder)
            .withParameters(options.parameters())
            .withCluster(options.cluster(cluster));
    return part.planned(request, new Plan.HelmSource(options.release(folder, warnings)));
  }

  private SourceRequest kustomize(
      SourceInApplication part, Located folder, List<Problem> warnings) {
    KustomizeOptions options = new KustomizeOptions(part.options(Tool.KUSTOMIZE));
    RenderRequest request =
        request(part, folder)
            .withParameters(options.parameters(warnings))
            .withCluster(options.cluster(cluster));
    return part.planned(request, new Plan.Kustomization(folder.folder()));
  }

  private SourceRequest directory(
      SourceInApplication part, Located folder, List<Problem> warnings) {
    DirectoryOptions options = new DirectoryOptions(part.options(Tool.DIRECTORY));
    return part.planned(
        request(part, folder).withParameters(EMPTY_ALLOWED),
        new Plan.ManifestFolder(folder.folder(), options.selection(warnings)));
  }

  private RenderRequest request(SourceInApplication part, Located folder) {
    return request(part, part.variables().byName(), folder);
  }

  private RenderRequest request(
      SourceInApplication part, Map<String, String> environment, Located folder) {
    return RenderRequest.of(folder.tree(), folder.folder(), part.facts(environment))
        .withCluster(cluster);
  }
}
