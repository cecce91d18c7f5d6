package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.rule.TopicRule;
import io.agentsrender.check.subject.Subject;
import java.util.function.Consumer;

/** The application renders, and nothing is said against it meanwhile. */
final class RenderRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard("render", Level.ERROR, "The application renders without errors and warnings.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  /** What is some rule's topic is left to that rule. */
  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    subject.problems().stream()
        .filter(problem -> problem.topic().isEmpty())
        .map(problem ->
            TopicRule.finding(CARD, problem, problem.tried() + ": " + problem.reason(), subject))
        .forEach(found);
  }
}
