package io.agentsrender.kustomize.chart;

import io.agentsrender.source.Content;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.Optional;

/**
 * Renders the charts that kustomizations name. kustomize runs helm for this; here it is whoever
 * builds the kustomization that knows how to.
 */
public interface ChartInflator {
  /**
   * Finds a chart that is not in the repository, as {@code helm pull} would.
   *
   * @return its files, with {@code Chart.yaml} at the root
   * @throws RenderException where it is refused or cannot be had
   */
  SourceTree pull(PullRequest request);

  /**
   * A wanted chart.
   *
   * @param repository an HTTP repository or {@code oci://...}, as the kustomization writes it
   * @param version exact or a range; empty for the newest
   * @param devel whether development versions count
   */
  record PullRequest(String name, String repository, String version, boolean devel) {}

  /**
   * The release's name where the entry says none: what its template gives, or Helm's own.
   *
   * @throws RenderException where the template fails
   */
  String releaseName(ChartRequest request);

  /**
   * Renders a chart as {@code helm template} prints it.
   *
   * @throws RenderException where it cannot be rendered
   */
  Content template(ChartRequest request);

  /** The major version of the Helm that renders. */
  int helmMajor();

  /** One that renders nothing: kustomize without {@code --enable-helm}. */
  static Optional<ChartInflator> disabled() {
    return Optional.empty();
  }
}
