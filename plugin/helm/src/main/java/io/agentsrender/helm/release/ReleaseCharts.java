package io.agentsrender.helm.release;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The charts that take part in a release, with its values.
 *
 * @param root the chart with those of its subcharts that are enabled
 * @param values the coalesced values of all, as the root chart sees them
 */
public record ReleaseCharts(ReleaseChart root, ValueTable values) {

  /**
   * Resolves a chart's dependencies and lays the user's values over all defaults.
   *
   * @param given the values of files and flags
   * @param warnings takes what Helm warns of
   * @throws RenderException where values do not fit the charts
   */
  public static ReleaseCharts resolve(
      Chart chart, ValueTable given, HelmProfile profile, Consumer<Problem> warnings) {
    ReleaseChart root = ReleaseChart.of(chart);
    try {
      new EnabledCharts(profile, warnings).resolve(root, given, "");
      new ValueImports(profile, warnings).apply(root);
    } catch (RenderException e) {
      throw profile.isHelm4() ? processing(e) : e;
    }
    ValueTable values = Coalescing.deletingNulls(profile.nullRule(), warnings).values(root, given);
    return new ReleaseCharts(root, values);
  }

  /**
   * The same with the values laid over the defaults once more, as {@code helm lint} does: what a
   * null deleted comes back.
   */
  public ReleaseCharts withDefaultsAgain(HelmProfile profile) {
    return new ReleaseCharts(
        root, Coalescing.deletingNulls(profile.nullRule(), _ -> {}).values(root, values));
  }

  /** The given values over the defaults of one chart alone, without those below it. */
  public static ValueTable overDefaults(
      ValueTable given, ValueTable defaults, HelmProfile profile) {
    return Coalescing.tables(given, defaults, profile.nullRule());
  }

  private static RenderException processing(RenderException cause) {
    Problem problem = cause.problems().getFirst();
    return new RenderException(
        problem.withReason("chart dependencies processing failed: " + problem.reason()), cause);
  }

  /**
   * Checks that each declared dependency has a chart of its name below {@code charts/}; versions
   * are not looked at (action/install.go, CheckDependencies).
   *
   * @throws MissingDependenciesException with the text that Argo CD looks for where one is missing
   */
  public static void checkPresent(Chart chart, HelmProfile profile) {
    List<String> missing =
        chart.metadata().dependencies().orElse(List.of()).stream()
            .map(dependency -> dependency.name())
            .filter(name -> chart.charts().stream().noneMatch(c -> c.name().equals(name)))
            .toList();
    if (!missing.isEmpty()) {
      String quote = profile.isHelm4() ? "'" : "`";
      throw new MissingDependenciesException(
          Problem.error(
                  "checking the dependencies of chart \"" + chart.name() + "\"",
                  (profile.isHelm4() ? "an" : "An")
                      + " error occurred while checking for chart dependencies. You may need to run"
                      + " "
                      + quote
                      + "helm dependency build"
                      + quote
                      + " to fetch missing dependencies: found in Chart.yaml, but missing in"
                      + " charts/ directory: "
                      + String.join(", ", missing))
              .withPlace(Position.ofFile(chart.source() + "/Chart.yaml"))
              .withAdvice("Run helm dependency build and commit charts/."));
    }
  }
}
