package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.check.suppression.Suppressions;
import java.util.function.Consumer;

/** Suppressions are looked at when all other rules have spoken, and not before. */
final class SuppressionRule implements Rule {
  @Override
  public RuleCard card() {
    return Suppressions.CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {}
}
