package io.agentsrender.check.repository;

import io.agentsrender.gitops.application.ArgoApplication;
import io.agentsrender.gitops.application.Rollout;
import io.agentsrender.render.Engine;
import io.agentsrender.render.application.ApplicationCatalog;
import io.agentsrender.render.application.ApplicationRender;
import io.agentsrender.render.application.ApplicationRenderer;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Applications below a folder, rendered, and the files that stand there.
 *
 * @param path of the folder
 * @param files every file below it, but for hidden ones
 * @param problems of files and ApplicationSets of which nothing could be made
 */
public record RepositorySubject(
    ApplicationWorld world,
    String path,
    List<String> files,
    List<Rendered> applications,
    List<Problem> problems) {

  /** What Argo CD calls the cluster that it runs in. */
  private static final Set<String> ITSELF =
      Set.of("", "in-cluster", "https://kubernetes.default.svc");

  /** An Application, when it is rolled out, and what became of it. */
  public record Rendered(ArgoApplication application, Rollout rollout, ApplicationRender render) {
    /** {@code Application "web"}. */
    String describe() {
      return "the Application \"" + application.name() + "\"";
    }
  }

  /**
   * The cluster of an Application. Those that name the cluster that Argo CD runs in are of the same
   * one, unless they stand in folders of different environments.
   */
  String cluster(ArgoApplication application) {
    String destination = application.destinationCluster();
    if (!ITSELF.contains(destination)) {
      return destination;
    }
    return Stream.of(application.at().file().split("/", -1))
        .filter(world.settings().environments()::containsKey)
        .findFirst()
        .orElse("");
  }

  public RepositorySubject {
    files = List.copyOf(files);
    applications = List.copyOf(applications);
    problems = List.copyOf(problems);
  }

  /** Finds and renders them. */
  public static RepositorySubject of(ApplicationWorld world, String path, Engine engine) {
    ApplicationCatalog catalog = ApplicationCatalog.of(world, path, List.of());
    ApplicationRenderer renderer = new ApplicationRenderer(engine, world);
    List<Rendered> applications =
        catalog.applications().parallelStream()
            .map(listed ->
                new Rendered(
                    listed.application(), listed.rollout(), renderer.render(listed.application())))
            .toList();
    List<String> files = new ArrayList<>();
    walk(world.tree(), path, files);
    return new RepositorySubject(world, path, files, applications, catalog.problems());
  }

  public SourceTree tree() {
    return world.tree();
  }

  /** The content of a file that {@link #files()} names. */
  Content content(String file) {
    return tree().file(file).orElse(Content.ofText(""));
  }

  private static void walk(SourceTree tree, String folder, List<String> files) {
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (name.startsWith(".") || tree.realPath(path).filter(path::equals).isEmpty()) {
        continue;
      }
      if (tree.isFolder(path)) {
        walk(tree, path, files);
      } else {
        files.add(path);
      }
    }
  }
}
