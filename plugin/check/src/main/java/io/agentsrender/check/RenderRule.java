package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.source.Problem;
import java.util.function.Consumer;

/** The application renders, and nothing is said against it meanwhile. */
final class RenderRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard("render", Level.ERROR, "The application renders without errors and warnings.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    subject.result().problems().forEach(problem -> found.accept(finding(problem)));
  }

  private static Finding finding(Problem problem) {
    return CARD.finding(problem.tried() + ": " + problem.reason())
        .withLevel(problem.isError() ? Level.ERROR : Level.WARNING)
        .withPlace(problem.place().orElse(null))
        .withExcerpt(problem.excerpt().orElse(null))
        .withAdvice(problem.advice().orElse(null));
  }
}
