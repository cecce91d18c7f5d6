package io.agentsrender.check.image;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.TopicRule;
import io.agentsrender.check.subject.ObjectPlaces;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.source.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    Map<Where, Finding> faults = new LinkedHashMap<>();
    for (ImageUse use : subject.images()) {
      ImageReferenceSyntax.fault(use.image())
          .ifPresent(fault -> faults.put(where(use, subject), finding(use, fault, subject)));
    }
    super.check(
        subject,
        finding -> {
          // The policy knows why; that it is impossible makes it worse.
          boolean impossible = faults.remove(new Where(finding.place(), finding.object())) != null;
          found.accept(impossible ? finding.withLevel(Level.ERROR) : finding);
        });
    faults.values().forEach(found);
  }

  /** One line of a template may write the images of several workloads. */
  private record Where(Optional<Position> place, Optional<KubernetesObject> object) {}

  private static Where where(ImageUse use, Subject subject) {
    Optional<ObjectPlaces.Located> located = subject.locate(use.place());
    return new Where(
        located.map(ObjectPlaces.Located::place).or(() -> Optional.of(use.place())),
        located.map(ObjectPlaces.Located::object));
  }

  private static Finding finding(ImageUse use, String fault, Subject subject) {
    return ImageFindings.of(
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
        .withAdvice("Compare it with repository:tag@sha256:digest.");
  }
}
