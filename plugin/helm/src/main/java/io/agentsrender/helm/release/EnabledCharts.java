package io.agentsrender.helm.release;

import io.agentsrender.gotemplate.text.Trimming;
import io.agentsrender.gotemplate.value.GoString;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.values.ScalarValue;
import io.agentsrender.helm.values.Value;
import io.agentsrender.helm.values.ValueTable;
import io.agentsrender.source.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by tags and conditions which subcharts take part, and gives them their aliases
 * (chartutil/dependencies.go, processDependencyEnabled).
 */
final class EnabledCharts {
  private final HelmProfile profile;
  private final Consumer<Problem> warnings;

  EnabledCharts(HelmProfile profile, Consumer<Problem> warnings) {
    this.profile = profile;
    this.warnings = warnings;
  }

  /**
   * Leaves in {@code chart}, and in all below it, only what is enabled.
   *
   * @param values those of the chart above, which Helm also reads tags from
   * @param path where the chart's own values are in them: empty, or keys that each end in a dot
   */
  void resolve(ReleaseChart chart, ValueTable values, String path) {
    List<ReleaseDependency> dependencies = chart.dependencies();
    if (dependencies == null) {
      return;
    }
    List<ReleaseChart> present = undeclared(chart, dependencies);
    for (ReleaseDependency dependency : dependencies) {
      ReleaseChart match = match(chart.charts(), dependency);
      if (match != null) {
        present.add(match);
      }
      dependency.takeAlias();
    }
    chart.setCharts(present);

    ValueTable coalesced =
        Coalescing.deletingNulls(profile.nullRule(), warnings).values(chart, values);
    ValueTable tags = coalesced.table("tags");
    for (ReleaseDependency dependency : dependencies) {
      dependency.setEnabled(true);
      if (tags != null) {
        applyTags(dependency, tags);
      }
      applyCondition(dependency, coalesced, path);
    }
    keepEnabled(chart, dependencies);
    for (ReleaseChart subchart : chart.charts()) {
      resolve(subchart, coalesced, path + GoString.encode(subchart.name()) + ".");
    }
  }

  private List<ReleaseChart> undeclared(ReleaseChart chart, List<ReleaseDependency> dependencies) {
    List<ReleaseChart> charts = new ArrayList<>();
    for (ReleaseChart subchart : chart.charts()) {
      if (dependencies.stream().noneMatch(dependency -> matches(subchart, dependency))) {
        charts.add(subchart);
      }
    }
    return charts;
  }

  private boolean matches(ReleaseChart subchart, ReleaseDependency dependency) {
    return subchart.name().equals(dependency.name())
        && VersionRange.contains(
            profile, dependency.declared().version(), subchart.chart().metadata().version());
  }

  private @Nullable ReleaseChart match(List<ReleaseChart> charts, ReleaseDependency dependency) {
    for (ReleaseChart subchart : charts) {
      if (matches(subchart, dependency)) {
        ReleaseChart copy = profile.isHelm4() ? subchart.owningCopy() : subchart.sharingCopy();
        if (!dependency.declared().alias().isEmpty()) {
          copy.rename(dependency.declared().alias());
        }
        return copy;
      }
    }
    return null;
  }

  private void applyTags(ReleaseDependency dependency, ValueTable tags) {
    boolean anyTrue = false;
    boolean anyFalse = false;
    for (String tag : dependency.declared().tags()) {
      Value value = tags.get(GoString.encode(tag));
      if (value instanceof ScalarValue(Boolean set, _)) {
        anyTrue |= set;
        anyFalse |= !set;
      } else if (value != null) {
        warn(
            "Tag '" + tag + "' for chart " + dependency.name() + " returned non-bool value", value);
      }
    }
    dependency.setEnabled(anyTrue || !anyFalse);
  }

  private void applyCondition(ReleaseDependency dependency, ValueTable values, String path) {
    for (String condition :
        GoString.decode(Trimming.space(GoString.encode(dependency.declared().condition())))
            .split(",")) {
      if (condition.isEmpty()) {
        continue;
      }
      Value value = values.leafAt(path + GoString.encode(condition));
      if (value instanceof ScalarValue(Boolean set, _)) {
        dependency.setEnabled(set);
        return;
      }
      if (value != null) {
        warn(
            "Condition path '"
                + condition
                + "' for chart "
                + dependency.name()
                + " returned non-bool value",
            value);
      }
    }
  }

  private static void keepEnabled(ReleaseChart chart, List<ReleaseDependency> dependencies) {
    Set<String> disabled = new HashSet<>();
    for (ReleaseDependency dependency : dependencies) {
      if (!dependency.isEnabled()) {
        disabled.add(dependency.name());
      }
    }
    chart.setCharts(
        chart.charts().stream().filter(subchart -> !disabled.contains(subchart.name())).toList());
    chart.setDependencies(
        dependencies.stream().filter(dependency -> !disabled.contains(dependency.name())).toList());
  }

  private void warn(String reason, Value value) {
    warnings.accept(
        Problem.warning("choosing the enabled subcharts", reason)
            .withPlace(value.position())
            .withAdvice("Use an unquoted true or false."));
  }
}
