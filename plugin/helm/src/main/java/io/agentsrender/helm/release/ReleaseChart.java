package io.agentsrender.helm.release;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.ChartFile;
import io.agentsrender.helm.values.ValueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chart as it takes part in one release: under the name its parent gives it, with those of its
 * subcharts that are enabled. Instances are mutable and shared by reference as Helm's are: two
 * aliases of one chart share its subcharts, which then belong to the alias that came last.
 */
public final class ReleaseChart {
  private final Chart chart;
  private String name;
  private ValueTable defaults;
  private List<ReleaseChart> charts;
  private @Nullable List<ReleaseDependency> dependencies;
  private @Nullable ReleaseChart parent;

  private ReleaseChart(Chart chart) {
    this.chart = chart;
    this.name = chart.name();
    this.defaults = chart.values();
    this.charts = List.of();
    this.dependencies =
        chart
            .metadata()
            .dependencies()
            .map(declared -> declared.stream().map(ReleaseDependency::new).toList())
            .orElse(null);
  }

  /** A chart and all below it, before anything is enabled or disabled. */
  static ReleaseChart of(Chart chart) {
    ReleaseChart release = new ReleaseChart(chart);
    release.setCharts(chart.charts().stream().map(ReleaseChart::of).toList());
    return release;
  }

  /** A copy that shares subcharts and declared dependencies with this one. */
  ReleaseChart sharingCopy() {
    ReleaseChart copy = new ReleaseChart(chart);
    copy.name = name;
    copy.defaults = defaults;
    copy.charts = charts;
    copy.dependencies = dependencies;
    copy.parent = parent;
    return copy;
  }

  /** A copy with copies of its declared dependencies and of its direct subcharts, as in Helm 4. */
  ReleaseChart owningCopy() {
    ReleaseChart copy = sharingCopy();
    copy.setCharts(charts.stream().map(ReleaseChart::sharingCopy).toList());
    List<ReleaseDependency> declared = dependencies;
    if (declared != null) {
      copy.dependencies = declared.stream().map(ReleaseDependency::copy).toList();
    }
    return copy;
  }

  public Chart chart() {
    return chart;
  }

  /** The chart's name, or the alias its parent gives it. */
  public String name() {
    return name;
  }

  void rename(String alias) {
    name = alias;
  }

  /** The defaults: the chart's own, with what it imports from subcharts below them. */
  public ValueTable defaults() {
    return defaults;
  }

  void setDefaults(ValueTable values) {
    defaults = values;
  }

  /** The subcharts that take part. */
  public List<ReleaseChart> charts() {
    return charts;
  }

  void setCharts(List<ReleaseChart> subcharts) {
    subcharts.forEach(subchart -> subchart.parent = this);
    charts = List.copyOf(subcharts);
  }

  /** The declared dependencies that are enabled; null where none were declared. */
  public @Nullable List<ReleaseDependency> dependencies() {
    return dependencies;
  }

  void setDependencies(List<ReleaseDependency> declared) {
    dependencies = declared.isEmpty() ? null : List.copyOf(declared);
  }

  public boolean isRoot() {
    return parent == null;
  }

  /** Its place in the tree of charts, as in {@code parent/charts/name}. */
  public String fullPath() {
    ReleaseChart above = parent;
    return above == null ? name : above.fullPath() + "/charts/" + name;
  }

  /** The files of {@code crds/} folders: its own, then those of its subcharts. */
  public List<Crd> crds() {
    List<Crd> crds = new ArrayList<>();
    chart.crds().map(file -> new Crd(fullPath() + "/" + file.name(), file)).forEach(crds::add);
    charts.forEach(subchart -> crds.addAll(subchart.crds()));
    return crds;
  }

  /**
   * A file of a {@code crds/} folder.
   *
   * @param path its place in the tree of charts
   */
  public record Crd(String path, ChartFile file) {}

  /** This chart and all below it, parents first. */
  public Stream<ReleaseChart> all() {
    return Stream.concat(Stream.of(this), charts.stream().flatMap(ReleaseChart::all));
  }
}
