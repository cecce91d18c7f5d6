package io.agentsrender.fetch.chart;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.index.VersionChoice;
import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.load.ChartFiles;
import io.agentsrender.helm.load.ChartLimits;
import io.agentsrender.helm.load.ChartLoader;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.source.Content;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.port.ChartSource.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places the dependencies of a chart beside it, as {@code helm dependency build} does
 * (pkg/downloader/manager.go): the locked versions where there is a lock, else the newest in the
 * declared ranges.
 */
public final class DependencyBuild {
  private static final String FILE = "file://";
  private static final String PACKED = ".tgz";

  private final ChartFetch fetch;
  private final ChartLoader loader =
      new ChartLoader(HelmProfile.DEFAULT, ChartLimits.of(HelmProfile.DEFAULT));

  public DependencyBuild(ChartFetch fetch) {
    this.fetch = fetch;
  }

  /**
   * The tree with the dependencies in the chart's folder {@code charts/}.
   *
   * @throws RenderException with everything that cannot be had
   */
  public SourceTree withDependencies(SourceTree tree, String chart) {
    String tried = "building the dependencies of the chart in " + TreePath.describe(chart);
    String real = tree.realPath(chart).orElse(chart);
    DependencyFiles files = DependencyFiles.read(tree, real, tried);
    Map<String, Content> placed = new HashMap<>();
    Set<String> local = new HashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (Declared dependency : files.locked().orElse(files.declared())) {
      try {
        if (dependency.repository().isEmpty()) {
          local.add(dependency.name());
          requireInPlace(tree, real, dependency, tried);
        } else {
          Packed packed = packed(tree, real, dependency, tried);
          placed.put(packed.name() + "-" + packed.version() + PACKED, packed.archive());
        }
      } catch (RenderException e) {
        e.problems().stream()
            .map(problem ->
                problem.place().isPresent() ? problem : problem.withPlace(dependency.position()))
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new RenderException(problems);
    }
    String folder = TreePath.join(real, "charts");
    return new PlacedCharts(tree, folder, placed, outdated(tree, folder, placed, local));
  }

  private record Packed(String name, String version, Content archive) {}

  private Packed packed(SourceTree tree, String chart, Declared dependency, String tried) {
    return dependency.repository().startsWith(FILE)
        ? fromFolder(tree, chart, dependency, tried)
        : fromElsewhere(dependency, tried);
  }

  private Packed fromFolder(SourceTree tree, String chart, Declared dependency, String tried) {
    String path = dependency.repository().substring(FILE.length());
    if (path.startsWith("/")) {
      throw FetchException.of(
          Kind.BAD_ADDRESS,
          tried,
          "the repository of dependency \"" + dependency.name() + "\" is an absolute path",
          "Write it relative to the chart, as in file://../library.");
    }
    String folder = TreePath.confine(chart, path, tried);
    if (!tree.isFolder(folder)) {
      throw FetchException.of(
          Kind.NOT_FOUND, tried, "directory " + folder + " not found", "Check the path.");
    }
    ChartFiles files = loader.ofFolder(tree, folder);
    Chart loaded = loader.load(files);
    requireInRange(loaded.metadata().version(), dependency, tried);
    return new Packed(
        loaded.name(), loaded.metadata().version(), ChartPacker.pack(files, loaded.name()));
  }

  private Packed fromElsewhere(Declared dependency, String tried) {
    String repository = dependency.repository();
    if (repository.startsWith("@") || repository.startsWith("alias:")) {
      throw FetchException.of(
          Kind.NOT_SUPPORTED,
          tried,
          "no repository definition for "
              + repository
              + ": aliases stand in the configuration of"
              + " one machine's helm",
          "Write the repository's URL in the chart.");
    }
    String what =
        "fetching dependency \""
            + dependency.name()
            + "\" "
            + dependency.version()
            + " from "
            + RemoteAddress.redact(repository);
    ChartFetch.Archive archive =
        fetch.archive(
            RemoteAddress.parse(repository, what),
            new Request(repository, dependency.name(), dependency.version()),
            what);
    return new Packed(dependency.name(), archive.version(), archive.content());
  }

  private void requireInPlace(SourceTree tree, String chart, Declared dependency, String tried) {
    String folder = TreePath.join(chart, "charts/" + dependency.name());
    if (!tree.isFolder(folder)) {
      throw FetchException.of(
          Kind.NOT_FOUND,
          tried,
          "directory "
              + folder
              + " not found, and dependency \""
              + dependency.name()
              + "\" names no repository",
          "Commit it there, or name its repository.");
    }
    Chart loaded = loader.load(loader.ofFolder(tree, folder));
    requireInRange(loaded.metadata().version(), dependency, tried);
  }

  private static void requireInRange(String version, Declared dependency, String tried) {
    if (!VersionChoice.contains(dependency.version(), version)) {
      throw FetchException.of(
          Kind.NO_VERSION,
          tried,
          "dependency "
              + dependency.name()
              + " at version "
              + version
              + " does not satisfy the constraint "
              + dependency.version(),
          "Change the range in Chart.yaml, or the chart.");
    }
  }

  /** Archives that no dependency stands for go, those of charts without a repository stay. */
  private Set<String> outdated(
      SourceTree tree, String folder, Map<String, Content> placed, Set<String> local) {
    Set<String> outdated = new HashSet<>();
    for (String name : tree.list(folder)) {
      String path = TreePath.join(folder, name);
      if (!placed.containsKey(name) && !tree.isFolder(path)) {
        tree.file(path)
            .flatMap(archive -> chartName(archive, path))
            .filter(chart -> !local.contains(chart))
            .ifPresent(_ -> outdated.add(name));
      }
    }
    return outdated;
  }

  private java.util.Optional<String> chartName(Content archive, String path) {
    try {
      return java.util.Optional.of(loader.load(loader.ofArchive(archive, path)).name());
    } catch (RenderException e) {
      return java.util.Optional.empty();
    }
  }
}
