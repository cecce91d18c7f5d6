package io.agentsrender.render.application;

import io.agentsrender.gitops.application.ApplicationFiles;
import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.application.Rollout;
import io.agentsrender.gitops.applicationset.ApplicationSetExpansion;
import io.agentsrender.gitops.applicationset.generator.Cluster;
import io.agentsrender.manifest.FieldPath;
import io.agentsrender.render.application.source.Session;
import io.agentsrender.render.chart.LiveHost;
import io.agentsrender.render.repository.Located;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.budget.Budget;
import io.agentsrender.yaml.MapNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Applications of a repository: those in its files, and those that its ApplicationSets make.
 */
public final class ApplicationCatalog {
  private final List<Listed> applications = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private ApplicationCatalog() {}

  /**
   * An Application and when it is rolled out.
   *
   * @param rollout as its ApplicationSet says
   */
  public record Listed(ArgoApplication application, Rollout rollout) {}

  /**
   * What stands in a file, or below a folder.
   *
   * @param clusters that Argo CD has Secrets of
   */
  public static ApplicationCatalog of(ApplicationWorld world, String path, List<Cluster> clusters) {
    ApplicationCatalog catalog = new ApplicationCatalog();
    ApplicationFiles.Found found = ApplicationFiles.below(world.tree(), path);
    catalog.problems.addAll(found.problems());
    found.applications().forEach(node -> catalog.add(node, Optional.empty()));
    Session session = world.session();
    ApplicationSetExpansion expansion =
        new ApplicationSetExpansion(
            (url, revision) -> {
              Located root = session.repositories().find(url, revision);
              return root.tree().below(root.folder());
            },
            clusters,
            new LiveHost(Clock.systemUTC()));
    found.sets().forEach(set -> catalog.expand(set, expansion));
    return catalog;
  }

  private void add(MapNode node, Optional<MapNode> set) {
    ArgoApplication application = new ArgoApplication(node);
    applications.add(new Listed(application, Rollout.of(application, set)));
  }

  private void expand(MapNode set, ApplicationSetExpansion expansion) {
    try {
      expansion
          .expand(set, Budget.DEFAULT.meter())
          .forEach(application -> add(application, Optional.of(set)));
    } catch (RenderException e) {
      String name = FieldPath.of("metadata", "name").text(set).orElse("");
      problems.addAll(
          e.problems().stream()
              .map(problem -> placed(problem, set))
              .map(problem -> problem.withTried("ApplicationSet " + name + ": " + problem.tried()))
              .toList());
    }
  }

  private static Problem placed(Problem problem, MapNode set) {
    return problem.place().isPresent() ? problem : problem.withPlace(set.position());
  }

  /** In the order of the files, those that ApplicationSets make last. */
  public List<Listed> applications() {
    return List.copyOf(applications);
  }

  /** Files and ApplicationSets of which nothing could be made. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
