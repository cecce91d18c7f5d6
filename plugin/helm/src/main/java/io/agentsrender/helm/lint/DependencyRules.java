package io.agentsrender.helm.lint;

import io.agentsrender.helm.chart.Chart;
import io.agentsrender.helm.chart.Dependency;
import io.agentsrender.helm.lint.LintMessage.Severity;
import io.agentsrender.source.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of declared dependencies and the charts that are there (rules/dependencies.go). */
public final class DependencyRules {
  private DependencyRules() {}

  public static void check(Chart chart, LintMessages messages) {
    List<Dependency> declared = chart.metadata().dependencies().orElse(List.of());
    Set<String> declaredNames = declared.stream().map(Dependency::name).collect(Collectors.toSet());
    Set<String> present = chart.charts().stream().map(Chart::name).collect(Collectors.toSet());
    Position place = Position.ofFile(chart.source() + "/Chart.yaml");
    say(
        "chart metadata is missing these dependencies: ",
        chart.charts().stream()
            .map(Chart::name)
            .filter(name -> !declaredNames.contains(name))
            .toList(),
        Severity.ERROR,
        place,
        messages);
    say(
        "multiple dependencies with name or alias: ",
        doubled(declared),
        Severity.ERROR,
        place,
        messages);
    say(
        "chart directory is missing these dependencies: ",
        declared.stream().map(Dependency::name).filter(name -> !present.contains(name)).toList(),
        Severity.WARNING,
        place,
        messages);
  }

  private static List<String> doubled(List<Dependency> declared) {
    Set<String> seen = new HashSet<>();
    List<String> doubled = new ArrayList<>();
    for (Dependency dependency : declared) {
      if (!seen.add(dependency.effectiveName())) {
        doubled.add(dependency.effectiveName());
      }
    }
    return doubled;
  }

  private static void say(
      String text, List<String> names, Severity severity, Position place, LintMessages messages) {
    if (!names.isEmpty()) {
      messages.add(severity, LintMessage.CHART_FOLDER, text + String.join(",", names), place);
    }
  }
}
