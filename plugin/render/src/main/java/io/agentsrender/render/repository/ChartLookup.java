package io.agentsrender.render.repository;

import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentSource.Chart;
import io.agentsrender.gitops.component.ComponentSource.ChartPlace;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.port.ChartSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the chart of a component: in its git repository, unpacked among the third-party charts of
 * this repository, or where the chart source has it.
 */
public final class ChartLookup {
  private static final String CHART_FILE = "Chart.yaml";
  private static final String PACKED = ".tgz";

  /** Holds {@code <alias>/<name>/<version>}. */
  private static final String THIRD_PARTY = "sources/charts/third_party";

  private final Repositories repositories;
  private final ChartSource source;

  /**
   * @param source is asked for charts that are not in this repository
   */
  public ChartLookup(Repositories repositories, ChartSource source) {
    this.repositories = repositories;
    this.source = source;
  }

  /**
   * The chart's folder.
   *
   * @throws RenderException where there is no such chart, it is packed, or it cannot be had
   */
  public Located find(Component component, Chart chart) {
    return find("finding the chart of component \"" + component.name() + "\"", chart);
  }

  /**
   * The folder of a chart.
   *
   * @param tried for problems
   * @throws RenderException where there is no such chart, it is packed, or it cannot be had
   */
  public Located find(String tried, Chart chart) {
    try {
      return switch (chart.place()) {
        case ChartPlace.Folder(PlacedText path) -> inGit(chart, path, tried);
        case ChartPlace.Named(PlacedText name) -> named(chart, name, tried);
      };
    } catch (RenderException e) {
      throw new RenderException(
          e.problems().stream()
              .map(problem -> problem.place().isPresent() ? problem : problem.withPlace(chart.at()))
              .toList());
    }
  }

  private Located inGit(Chart chart, PlacedText path, String tried) {
    Located root = repositories.find(chart.repository().text(), chart.version().text());
    String folder =
        TreePath.resolve(root.folder(), relative(path.text()))
            .filter(found -> TreePath.isWithin(root.folder(), found))
            .orElseThrow(() ->
                new RenderException(
                    Problem.error(
                            tried, "the path \"" + path + "\" leads out of the chart's repository")
                        .withPlace(path.at())
                        .withAdvice("Use a path inside the repository.")));
    Located found = new Located(root.tree(), folder);
    if (found.has(CHART_FILE)) {
      return found;
    }
    refusePacked(root.tree(), folder, tried);
    String parent = TreePath.parent(folder);
    throw new RenderException(
        Problem.error(tried, "there is no " + TreePath.join(folder, CHART_FILE))
            .withPlace(path.at())
            .withAdvice(
                NearestName.of(TreePath.name(folder), root.tree().list(parent))
                    .filter(near -> !near.equals(TreePath.name(folder)))
                    .map(near -> "Did you mean \"" + TreePath.join(parent, near) + "\"?")
                    .orElse("Name the folder of a chart in " + chart.repository() + ".")));
  }

  private static String relative(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private Located named(Chart chart, PlacedText name, String tried) {
    Optional<RefTarget> mapped = repositories.settings().repository(chart.repository().text());
    if (mapped.isPresent()) {
      return inMapped(repositories.target(mapped.get(), tried), chart, name, tried);
    }
    List<String> vendored = vendored(name.text(), chart.version().text(), tried);
    if (vendored.size() == 1) {
      return new Located(own(), vendored.getFirst());
    }
    if (vendored.size() > 1) {
      throw new RenderException(
          Problem.error(
                  tried,
                  "more than one chart is unpacked as "
                      + name
                      + " "
                      + chart.version()
                      + ": "
                      + String.join(", ", vendored))
              .withPlace(name.at())
              .withAdvice(
                  "Say which stands for "
                      + chart.repository()
                      + ": repositories in agents-render.yaml."));
    }
    ChartSource.Request request =
        new ChartSource.Request(chart.repository().text(), name.text(), chart.version().text());
    try {
      return new Located(source.chart(request), TreePath.ROOT);
    } catch (RenderException e) {
      throw e.askedForAt(name.at());
    }
  }

  private SourceTree own() {
    return repositories.own().tree();
  }

  /** The settings name the chart's folder, or one that holds it by name, or by name and version. */
  private static Located inMapped(Located root, Chart chart, PlacedText name, String tried) {
    List<Located> places =
        List.of(
            root, root.below(name.text()), root.below(name.text()).below(chart.version().text()));
    return places.stream()
        .filter(place -> place.has(CHART_FILE))
        .findFirst()
        .orElseThrow(() ->
            new RenderException(
                Problem.error(
                        tried,
                        "what stands for "
                            + chart.repository()
                            + " has no chart "
                            + name
                            + ": there is no Chart.yaml in "
                            + String.join(", ", places.stream().map(Located::folder).toList()))
                    .withPlace(name.at())
                    .withAdvice("Correct repositories in agents-render.yaml.")));
  }

  private List<String> vendored(String name, String version, String tried) {
    List<String> found = new ArrayList<>();
    for (String alias : own().list(THIRD_PARTY)) {
      String folder = TreePath.join(TreePath.join(THIRD_PARTY, alias), name);
      String unpacked = TreePath.join(folder, version);
      if (own().file(TreePath.join(unpacked, CHART_FILE)).isPresent()) {
        found.add(unpacked);
      } else {
        refusePacked(own(), folder, tried);
        refusePacked(own(), unpacked, tried);
      }
    }
    return found;
  }

  /** Argo CD's repo-server reads Chart.yaml from the folder and does not look into archives. */
  private static void refusePacked(SourceTree tree, String folder, String tried) {
    List<String> packed =
        tree.isFolder(folder)
            ? tree.list(folder).stream().filter(file -> file.endsWith(PACKED)).toList()
            : List.of();
    Optional<String> file =
        packed.isEmpty()
            ? Optional.of(folder).filter(path -> path.endsWith(PACKED))
            : Optional.of(TreePath.join(folder, packed.getFirst()));
    if (file.isPresent() && tree.file(file.get()).isPresent()) {
      throw new RenderException(
          Problem.error(
                  tried,
                  "the chart is committed as an archive: Argo CD's repo-server needs the files"
                      + " themselves, and fails with \"Chart.yaml: no such file\"")
              .withPlace(Position.ofFile(file.get()))
              .withAdvice("Unpack it beside the archive, and delete the archive."));
    }
  }
}
