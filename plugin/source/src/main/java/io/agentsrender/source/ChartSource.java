package io.agentsrender.source;

/**
 * Where charts come from that are not in the repository: registries, HTTP repositories, other git
 * repositories. The renderer asks; whether a connection may be opened is for the implementation to
 * decide.
 */
public interface ChartSource {
  /**
   * A wanted chart.
   *
   * @param repository {@code https://...}, {@code oci://...} or a git URL
   * @param name the chart's name in that repository
   * @param version an exact version or a range; empty for the newest
   */
  record Request(String repository, String name, String version) {}

  /**
   * The chart's files, with {@code Chart.yaml} at the root of the tree.
   *
   * @throws RenderException where it is refused or cannot be had
   */
  SourceTree chart(Request request);

  /** The default: nothing is fetched. */
  static ChartSource refusing() {
    return request -> {
      throw new RenderException(
          Problem.error(
                  "fetching chart \""
                      + request.name()
                      + "\" "
                      + request.version()
                      + " from "
                      + request.repository(),
                  "no chart source is configured, so that no connection is opened")
              .withAdvice(
                  "Keep the chart unpacked in the repository, or allow its host as a chart source."));
    };
  }
}
