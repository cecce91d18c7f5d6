package io.agentsrender.fetch.chart;

import io.agentsrender.fetch.access.RemoteAddress;
import io.agentsrender.fetch.access.Scheme;
import io.agentsrender.fetch.failure.FetchException;
import io.agentsrender.fetch.failure.FetchException.Kind;
import io.agentsrender.fetch.git.GitSource;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.port.ChartSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Charts for one render: from registries, chart repositories and git. */
public final class Charts implements ChartSource {
  private static final int MAX_DEPTH = 32;

  private final Supplier<GitSource> git;
  private final ChartFetch fetch;
  private final ChartArchive archives;
  private final DependencyBuild dependencies;
  private final ConcurrentMap<Request, SourceTree> charts = new ConcurrentHashMap<>();

  public Charts(Supplier<GitSource> git, ChartFetch fetch, ChartArchive archives) {
    this.git = git;
    this.fetch = fetch;
    this.archives = archives;
    this.dependencies = new DependencyBuild(fetch);
  }

  @Override
  public SourceTree chart(Request request) {
    return charts.computeIfAbsent(request, this::find);
  }

  private SourceTree find(Request request) {
    String tried =
        "fetching chart \""
            + request.name()
            + "\" "
            + (request.version().isEmpty() ? "" : request.version() + " ")
            + "from "
            + RemoteAddress.redact(request.repository());
    RemoteAddress repository = RemoteAddress.parse(request.repository(), tried);
    boolean isGit =
        repository.scheme() == Scheme.SSH
            || repository.isHttp() && repository.path().endsWith(".git");
    return isGit
        ? fromGit(repository, request, tried)
        : archives.open(fetch.archive(repository, request, tried).content(), tried);
  }

  private SourceTree fromGit(RemoteAddress repository, Request request, String tried) {
    SourceTree tree = git.get().tree(repository, request.version());
    String folder = TreePath.confine(TreePath.ROOT, request.name(), tried);
    if (tree.file(TreePath.join(folder, "Chart.yaml")).isEmpty()) {
      throw FetchException.of(
          Kind.NOT_FOUND,
          tried,
          "there is no " + TreePath.join(folder, "Chart.yaml") + " in the repository",
          "Name the path of a chart's folder.");
    }
    SourceTree.Builder chart = SourceTree.builder();
    copy(tree, folder, "", chart);
    return chart.build();
  }

  /** Links are followed here, so that those to other folders of the repository keep their sense. */
  private static void copy(SourceTree tree, String folder, String path, SourceTree.Builder chart) {
    if (path.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
      throw FetchException.of(
          Kind.NOT_SUPPORTED,
          "reading the chart in " + TreePath.describe(folder),
          "its folders nest deeper than " + MAX_DEPTH + " levels, or its links lead in a circle",
          "Take the links out of the chart.");
    }
    for (String name : tree.list(TreePath.join(folder, path))) {
      String child = TreePath.join(path, name);
      String source = TreePath.join(folder, child);
      if (tree.isFolder(source)) {
        copy(tree, folder, child, chart);
      } else {
        tree.file(source).ifPresent(content -> chart.file(child, content));
      }
    }
  }

  @Override
  public SourceTree withDependencies(SourceTree tree, String chart) {
    return dependencies.withDependencies(tree, chart);
  }
}
