package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.repository.RepositorySubject.Rendered;
import io.agentsrender.manifest.KubernetesObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An object of a cluster belongs to one Application. */
final class ClaimedTwiceRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "claimed-twice",
          Level.ERROR,
          "No object without a namespace is claimed by two Applications of a cluster.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  /** One finding for two Applications, however many objects both have. */
  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    ClusterNames scopes = new ClusterNames(subject);
    Map<List<String>, Rendered> owners = new HashMap<>();
    Map<List<String>, Claims> claims = new LinkedHashMap<>();
    for (Rendered application : subject.applications()) {
      for (KubernetesObject object : application.render().objects()) {
        if (scopes.isClusterScoped(object) && !object.name().isEmpty()) {
          List<String> name =
              List.of(
                  subject.cluster(application.application()),
                  object.group(),
                  object.kind(),
                  object.name());
          Rendered owner = owners.putIfAbsent(name, application);
          if (owner != null && !isSame(owner, application)) {
            claims
                .computeIfAbsent(
                    List.of(owner.application().name(), application.application().name()),
                    _ -> new Claims(owner, application, new LinkedHashMap<>()))
                .objects()
                .putIfAbsent(object.describe(), object);
          }
        }
      }
    }
    claims.values().forEach(claim -> found.accept(finding(claim)));
  }

  /** What two Applications both have, by its description. */
  private record Claims(Rendered owner, Rendered other, Map<String, KubernetesObject> objects) {}

  /** Two ways of writing down the same Application are one. */
  private static boolean isSame(Rendered one, Rendered other) {
    return one.application().name().equals(other.application().name())
        && one.application().namespace().equals(other.application().namespace());
  }

  private static Finding finding(Claims claims) {
    KubernetesObject first = claims.objects().values().iterator().next();
    int more = claims.objects().size() - 1;
    return CARD.finding(
            first.describe()
                + (more == 0 ? " is" : " and " + more + " more are")
                + " claimed by "
                + claims.owner().describe()
                + " and by "
                + claims.other().describe()
                + ": each sync takes from the other")
        .withObject(first)
        .withPlace(first.origin().place())
        .withAdvice("Leave it to one of them, or give it the name of its release.");
  }
}
