package io.agentsrender.check.image;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.TopicRule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.Topic;
import java.util.function.Consumer;

/** Images have references that a registry can answer. */
public final class ImpossibleImageRule extends TopicRule {
  private static final RuleCard CARD =
      new RuleCard(
          Topic.IMPOSSIBLE_IMAGE,
          Level.ERROR,
          "Every image has a reference that some registry can answer.");

  public ImpossibleImageRule() {
    super(CARD);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    super.check(subject, found);
    for (ImageUse use : subject.images()) {
      ImageReferenceSyntax.fault(use.image())
          .ifPresent(fault ->
              found.accept(
                  ImageFindings.of(
                          CARD,
                          "no registry has the image \""
                              + use.image()
                              + "\" of "
                              + ImageFindings.describe(use)
                              + ": "
                              + fault,
                          use,
                          "tag",
                          subject)
                      .withAdvice("Compare it with repository:tag@sha256:digest.")));
    }
  }
}
