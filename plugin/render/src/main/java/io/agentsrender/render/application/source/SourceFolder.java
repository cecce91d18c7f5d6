package io.agentsrender.render.application.source;

import io.agentsrender.gitops.application.ApplicationSource;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.render.repository.ChartLookup;
import io.agentsrender.render.repository.Located;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.Optional;

/**
 * Finds the folder of a source: in its repository, in an artifact, or that of the chart it names.
 */
final class SourceFolder {
  private static final String REGISTRY = "oci://";

  private final SourceInApplication part;
  private final ApplicationSource source;

  private SourceFolder(SourceInApplication part) {
    this.part = part;
    this.source = part.source();
  }

  /**
   * The folder.
   *
   * @throws io.agentsrender.source.RenderException where there is none, or it cannot be had
   */
  static Located of(SourceInApplication part) {
    SourceFolder folder = new SourceFolder(part);
    String chart = part.source().chart();
    return chart.isEmpty() ? folder.atPath() : folder.ofChart(chart);
  }

  /** Whether a source stands in a git repository. */
  static boolean isInGit(ApplicationSource source) {
    return source.chart().isEmpty() && !source.repoUrl().startsWith(REGISTRY);
  }

  private Located atPath() {
    String path = source.path();
    if (path.isEmpty()) {
      throw part.failure(
          "spec.source.path or spec.source.chart is required", "Name a folder, or a chart.");
    }
    if (path.startsWith("/")) {
      throw part.failure(path + ": app path is absolute", "Start it at the repository's root.");
    }
    SourceTree tree = tree();
    String folder =
        TreePath.resolve(TreePath.ROOT, path)
            .orElseThrow(() ->
                part.failure(
                    path + ": app path outside root", "Name a folder inside the repository."));
    if (tree.file(folder).isPresent()) {
      throw part.failure(path + ": app path is not a directory", "Name its folder.");
    }
    if (!tree.isFolder(folder)) {
      throw part.failure(path + ": app path does not exist", "Name a folder that exists.");
    }
    return new Located(tree, folder);
  }

  /** Since Argo CD 3.1 an artifact of a registry may stand where a git repository does. */
  private SourceTree tree() {
    int slash = source.repoUrl().lastIndexOf('/');
    boolean isArtifact = source.repoUrl().startsWith(REGISTRY) && slash > REGISTRY.length();
    Located root =
        isArtifact
            ? ofChart(source.repoUrl().substring(slash + 1))
            : part.session().repositories().find(source.repoUrl(), source.targetRevision());
    return root.tree().below(root.folder());
  }

  private Located ofChart(String name) {
    ComponentSource.Chart chart =
        new ComponentSource.Chart(
            placed(repository()),
            new ComponentSource.ChartPlace.Named(placed(name)),
            placed(source.targetRevision()),
            Optional.empty(),
            false,
            false,
            false,
            Optional.empty(),
            source.at());
    return new ChartLookup(part.session().repositories(), part.session().remotes().charts())
        .find(part.tried(), chart);
  }

  /** To Argo CD an address of charts without a scheme is a registry (util/helm, IsHelmOciRepo). */
  private String repository() {
    String url = source.repoUrl();
    if (source.chart().isEmpty()) {
      return url.substring(0, url.lastIndexOf('/'));
    }
    return url.contains("://") ? url : REGISTRY + url;
  }

  private PlacedText placed(String text) {
    return new PlacedText(text, source.at());
  }
}
