package io.agentsrender.check;

import io.agentsrender.check.chart.HelmLintRule;
import io.agentsrender.check.reference.MissingConfigRule;
import io.agentsrender.check.reference.ScaleTargetRule;
import io.agentsrender.check.reference.SelectorRule;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which people read about them. */
public final class RuleTable {
  private static final List<Rule> ALL =
      List.of(
          new RenderRule(),
          new HelmLintRule(),
          MissingConfigRule.ofSecrets(),
          MissingConfigRule.ofConfigMaps(),
          new SelectorRule(),
          new ScaleTargetRule());

  private RuleTable() {}

  public static List<Rule> all() {
    return ALL;
  }

  /**
   * Some of the rules, in their order.
   *
   * @param only the names of those that are wanted; all where there is none
   * @param without the names of those that are not
   * @throws RenderException with one problem for each name that no rule has
   */
  public static List<Rule> chosen(List<String> only, List<String> without) {
    List<String> names = ALL.stream().map(rule -> rule.card().name()).toList();
    List<Problem> unknown =
        Stream.concat(only.stream(), without.stream())
            .filter(name -> !names.contains(name))
            .map(name -> unknown(name, names))
            .toList();
    if (!unknown.isEmpty()) {
      throw new RenderException(unknown);
    }
    return ALL.stream()
        .filter(rule -> only.isEmpty() || only.contains(rule.card().name()))
        .filter(rule -> !without.contains(rule.card().name()))
        .toList();
  }

  private static Problem unknown(String name, List<String> names) {
    return Problem.error("choosing the rules", "there is no rule \"" + name + "\"")
        .withAdvice(
            NearestName.of(name, names)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("Known rules: " + String.join(", ", names) + "."));
  }
}
