package io.agentsrender.check.chart;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.helm.lint.LintMessage;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.function.Consumer;

/** {@code helm lint} has nothing to say of a chart, with the values it is rendered with. */
public final class HelmLintRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "helm-lint", Level.ERROR, "helm lint finds nothing in the chart, with its values.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    try {
      subject.lint().forEach(message -> found.accept(finding(message)));
    } catch (RenderException e) {
      Problem problem = e.problems().getFirst();
      found.accept(
          CARD.finding(problem.reason())
              .withPlace(problem.place().orElse(null))
              .withAdvice(problem.advice().orElse(null)));
    }
  }

  private static Finding finding(LintMessage message) {
    boolean unnamed = message.path().isEmpty() || message.path().equals(LintMessage.CHART_FOLDER);
    return CARD.finding((unnamed ? "" : message.path() + ": ") + message.text().stripTrailing())
        .withLevel(level(message.severity()))
        .withPlace(message.place().orElse(null));
  }

  private static Level level(LintMessage.Severity severity) {
    return switch (severity) {
      case INFO -> Level.NOTE;
      case WARNING -> Level.WARNING;
      case ERROR -> Level.ERROR;
    };
  }
}
