package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.source.Problem;
import java.util.function.Consumer;

/** Every Application can be made and rendered. */
final class ApplicationRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "application",
          Level.ERROR,
          "Every ApplicationSet is plain YAML and expands, and every Application renders.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    subject.problems().forEach(problem -> found.accept(finding(problem)));
    subject.applications().stream()
        .flatMap(application -> application.render().allProblems().stream())
        .filter(Problem::isError)
        .map(ApplicationRule::finding)
        .distinct()
        .forEach(found);
  }

  private static Finding finding(Problem problem) {
    return CARD.finding(problem.tried() + ": " + problem.reason())
        .withLevel(problem.isError() ? Level.ERROR : Level.WARNING)
        .withPlace(problem.place().orElse(null))
        .withExcerpt(problem.excerpt().orElse(null))
        .withAdvice(problem.advice().orElse(null));
  }
}
