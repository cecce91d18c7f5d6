package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.repository.RepositorySubject.Rendered;
import io.agentsrender.gitops.application.Rollout;
import io.agentsrender.manifest.KubernetesObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Definitions are rolled out before the first object that needs them. */
final class DefinitionOrderRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "definition-order",
          Level.ERROR,
          "CRDs are rolled out in an earlier phase than the Applications whose objects need them.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    Map<List<String>, Rendered> definitions = new HashMap<>();
    for (Rendered application : subject.applications()) {
      for (KubernetesObject object : application.render().objects()) {
        ClusterNames.definedBy(object)
            .ifPresent(type ->
                definitions.merge(
                    type(subject, application, type),
                    application,
                    (one, other) ->
                        Rollout.ORDER.compare(one.rollout(), other.rollout()) <= 0 ? one : other));
      }
    }
    for (Rendered application : subject.applications()) {
      Set<List<String>> seen = new HashSet<>();
      for (KubernetesObject object : application.render().objects()) {
        List<String> type = type(subject, application, List.of(object.group(), object.kind()));
        Rendered definition = definitions.get(type);
        if (definition != null
            && hasPlace(definition)
            && hasPlace(application)
            && Rollout.ORDER.compare(definition.rollout(), application.rollout()) > 0
            && seen.add(type)) {
          found.accept(finding(object, application, definition));
        }
      }
    }
  }

  private static List<String> type(
      RepositorySubject subject, Rendered application, List<String> type) {
    return List.of(subject.cluster(application.application()), type.getFirst(), type.getLast());
  }

  /** Where an Application has neither a phase nor a step, people order it. */
  private static boolean hasPlace(Rendered application) {
    return !application.rollout().phase().isEmpty() || application.rollout().step().isPresent();
  }

  private static Finding finding(
      KubernetesObject object, Rendered application, Rendered definition) {
    return CARD.finding(
            application.describe()
                + " has "
                + object.describe()
                + " and is rolled out "
                + when(application.rollout())
                + ", before "
                + definition.describe()
                + " brings its CRD "
                + when(definition.rollout()))
        .withObject(object)
        .withPlace(object.origin().place())
        .withAdvice("Give the CRDs a lower rolloutPhase, such as 110 before operators at 120.");
  }

  private static String when(Rollout rollout) {
    return rollout.phase().isEmpty()
        ? "in step " + rollout.step().orElse(0)
        : "in phase " + rollout.phase();
  }
}
