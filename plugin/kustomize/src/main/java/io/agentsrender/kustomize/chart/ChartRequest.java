package io.agentsrender.kustomize.chart;

import io.agentsrender.source.Content;
import io.agentsrender.source.Position;
import io.agentsrender.source.SourceTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code helm template} is asked for by one entry of {@code helmCharts}.
 *
 * @param tree the tree that holds the chart
 * @param chart the chart's folder in there
 * @param name the chart's name, as the entry has it
 * @param releaseName empty for the one that comes of the name template, or is Helm's own
 * @param namespace empty for helm's own default
 * @param values the value files, the later over the earlier; the first one is what kustomize made
 *     of the chart's values or a file, and of the values written in place
 * @param apiVersions what the cluster has beside the built-in ones
 * @param kubeVersion empty for helm's own default
 * @param nameTemplate a template for the release's name; empty for none
 * @param position where the entry stands
 */
public record ChartRequest(
    SourceTree tree,
    String chart,
    String name,
    String releaseName,
    String namespace,
    List<ValueFile> values,
    boolean includeCrds,
    boolean skipHooks,
    boolean skipTests,
    List<String> apiVersions,
    String kubeVersion,
    String nameTemplate,
    boolean debug,
    @Nullable Position position) {

  /** The same for a release of this name. */
  public ChartRequest withReleaseName(String name) {
    return new ChartRequest(
        tree,
        chart,
        this.name,
        name,
        namespace,
        values,
        includeCrds,
        skipHooks,
        skipTests,
        apiVersions,
        kubeVersion,
        nameTemplate,
        debug,
        position);
  }

  /**
   * A value file.
   *
   * @param file its path in the tree, or what it stands for
   */
  public record ValueFile(String file, Content content) {}
}
