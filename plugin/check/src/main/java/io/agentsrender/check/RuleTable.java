package io.agentsrender.check;

import io.agentsrender.check.reference.MissingConfigRule;
import io.agentsrender.check.reference.ScaleTargetRule;
import io.agentsrender.check.reference.SelectorRule;
import io.agentsrender.check.rule.Rule;
import java.util.List;

/** All rules, in the order in which people read about them. */
public final class RuleTable {
  private static final List<Rule> ALL =
      List.of(
          new RenderRule(),
          MissingConfigRule.ofSecrets(),
          MissingConfigRule.ofConfigMaps(),
          new SelectorRule(),
          new ScaleTargetRule());

  private RuleTable() {}

  public static List<Rule> all() {
    return ALL;
  }
}
