package io.agentsrender.source.port;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;

/**
 * Where charts come from that are not in the repository: registries, HTTP repositories, other git
 * repositories. The renderer asks; whether a connection may be opened is for the implementation to
 * decide.
 */
public interface ChartSource {
  /**
   * A wanted chart.
   *
   * @param repository {@code https://...}, {@code oci://...} or a git URL, which ends in {@code
   *     .git} or starts with {@code ssh://} or {@code user@host:}
   * @param name the chart's name in that repository; in git the path of its folder
   * @param version an exact version or a range, empty for the newest; in git a revision
   */
  record Request(String repository, String name, String version) {}

  /**
   * The chart's files, with {@code Chart.yaml} at the root of the tree.
   *
   * @throws RenderException where it is refused or cannot be had
   */
  SourceTree chart(Request request);

  /**
   * The tree with the dependencies of one of its charts in the chart's folder {@code charts/}, as
   * {@code helm dependency build} places them there.
   *
   * @param chart the folder of the chart in {@code tree}
   * @throws RenderException where they cannot be had
   */
  SourceTree withDependencies(SourceTree tree, String chart);

  /** The default: nothing is fetched. */
  static ChartSource refusing() {
    return new ChartSource() {
      @Override
      public SourceTree chart(Request request) {
        throw refused(
            "fetching chart \""
                + request.name()
                + "\" "
                + request.version()
                + " from "
                + request.repository(),
            "Keep the chart unpacked in the repository, or allow its host as a chart source.");
      }

      @Override
      public SourceTree withDependencies(SourceTree tree, String chart) {
        throw refused(
            "fetching the dependencies of the chart in " + TreePath.describe(chart),
            "Commit them (helm dependency build), or allow their hosts as chart sources.");
      }
    };
  }

  private static RenderException refused(String tried, String advice) {
    return new RenderException(
        Problem.error(tried, "no chart source is configured, so that no connection is opened")
            .withAdvice(advice));
  }
}
