package io.agentsrender.helm;

import io.agentsrender.helm.output.HelmText;
import io.agentsrender.helm.output.ReleaseDocument;
import io.agentsrender.helm.output.ReleaseDocuments;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.ReleaseChart.Crd;
import io.agentsrender.helm.release.ReleaseCharts;
import io.agentsrender.helm.values.ValueNodes;
import io.agentsrender.source.Problem;
import io.agentsrender.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart and values became. Immutable. */
public final class HelmResult {
  private final HelmProfile profile;
  private final ReleaseCharts charts;
  private final ReleaseDocuments documents;
  private final List<Problem> warnings;
  private @Nullable MapNode values;
  private volatile @Nullable Printed printed;

  /** What was printed last. */
  private record Printed(TextOptions options, String text) {}

  HelmResult(
      HelmProfile profile,
      ReleaseCharts charts,
      ReleaseDocuments documents,
      List<Problem> warnings) {
    this.profile = profile;
    this.charts = charts;
    this.documents = documents;
    this.warnings = List.copyOf(warnings);
  }

  /** What is installed, in the order in which Helm prints it. */
  public List<ReleaseDocument> manifests() {
    return documents.manifests();
  }

  /** What runs at certain moments, tests included, in the order in which Helm prints it. */
  public List<ReleaseDocument> hooks() {
    return documents.hooks();
  }

  /** The files of the {@code crds/} folders, which no template touches. */
  public List<Crd> crds() {
    return charts.root().crds();
  }

  /** What {@code NOTES.txt} rendered, as a byte string; empty without one. */
  public String notes() {
    return documents.notes();
  }

  /** The merged values as the root chart sees them, each at the place that set it. */
  public synchronized MapNode values() {
    MapNode known = values;
    if (known == null) {
      known = ValueNodes.toNode(charts.values());
      values = known;
    }
    return known;
  }

  /** What Helm would warn of. */
  public List<Problem> warnings() {
    return warnings;
  }

  /**
   * What {@code helm template} writes to its standard output.
   *
   * @return a byte string: one character a byte
   * @throws io.agentsrender.source.RenderException where {@code showOnly} matches nothing
   */
  public String text(TextOptions options) {
    if (!options.showOnly().isEmpty()) {
      HelmText printer = new HelmText(profile, options.hooks(), options.tests());
      return printer.showOnly(print(printer, options), options.showOnly());
    }
    Printed last = printed;
    if (last == null || !last.options.equals(options)) {
      HelmText printer = new HelmText(profile, options.hooks(), options.tests());
      last = new Printed(options, print(printer, options));
      printed = last;
    }
    return last.text;
  }

  private String print(HelmText printer, TextOptions options) {
    return printer.print(options.crds() ? crds() : List.of(), documents);
  }

  /**
   * What is printed.
   *
   * @param crds {@code --include-crds}
   * @param hooks without them: {@code --no-hooks}
   * @param tests without them: {@code --skip-tests}
   * @param showOnly {@code --show-only}: paths or patterns below the chart's folder; all without
   *     any
   */
  public record TextOptions(boolean crds, boolean hooks, boolean tests, List<String> showOnly) {
    /** What Helm prints without flags. */
    public static final TextOptions DEFAULT = new TextOptions(false, true, true, List.of());

    public TextOptions {
      showOnly = List.copyOf(showOnly);
    }
  }
}
