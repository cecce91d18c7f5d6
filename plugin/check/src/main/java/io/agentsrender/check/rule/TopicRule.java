package io.agentsrender.check.rule;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.subject.ObjectPlaces;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports what the render says about the rule's topic. */
public class TopicRule implements Rule {
  private final RuleCard card;

  /** The rule whose name is the topic. */
  public TopicRule(RuleCard card) {
    this.card = card;
  }

  @Override
  public final RuleCard card() {
    return card;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    subject.problems().stream()
        .filter(problem -> problem.topic().map(card.name()::equals).orElse(false))
        .forEach(problem -> found.accept(finding(card, problem, problem.reason(), subject)));
  }

  /** A problem of a render as a finding. */
  public static Finding finding(RuleCard card, Problem problem, String message, Subject subject) {
    Finding finding =
        card.finding(message)
            .withLevel(problem.isError() ? Level.ERROR : Level.WARNING)
            .withExcerpt(problem.excerpt().orElse(null))
            .withAdvice(problem.advice().orElse(null));
    Optional<Position> place = problem.place();
    Optional<ObjectPlaces.Located> located = place.flatMap(subject::locate);
    return located
        .map(found -> finding.withPlace(found.place()).withObject(found.object()))
        .orElseGet(() -> finding.withPlace(place.orElse(null)));
  }
}
