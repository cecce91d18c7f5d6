package io.agentsrender.gitops.inventory;

import io.agentsrender.gitops.helmfile.HelmfileRelease;
import io.agentsrender.source.TreePath;
import java.util.List;

/** What the releases of Helmfiles say of their charts. */
final class ReleaseDeclarations {
  private ReleaseDeclarations() {}

  static Declaration of(HelmfileRelease release, EnvironmentPattern pattern) {
    String folder = TreePath.parent(release.at().file());
    List<String> files =
        pattern.of(release.valueFiles().stream().map(file -> inside(folder, file)).toList());
    String chart = release.chart();
    if (release.repository().isEmpty()) {
      return new Declaration(release.at(), "", inside(folder, chart), release.version(), files);
    }
    int slash = chart.lastIndexOf('/');
    String repository =
        chart.startsWith("oci://") ? chart.substring(0, slash) : release.repository();
    return new Declaration(
        release.at(),
        repository,
        chart.startsWith("oci://") ? chart.substring(slash + 1) : afterFirst(chart),
        release.version(),
        files);
  }

  /** A repository of a registry may be followed by more than one name. */
  private static String afterFirst(String chart) {
    return chart.substring(chart.indexOf('/') + 1);
  }

  /** Paths start from the Helmfile; what leads out of the repository stays as it is written. */
  private static String inside(String folder, String path) {
    boolean isPath = !path.startsWith("(") && !path.contains("://");
    return isPath ? TreePath.resolve(folder, path).orElse(path) : path;
  }
}
