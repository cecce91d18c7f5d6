package io.agentsrender.check.cluster;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.yaml.Node;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects are of API versions that the cluster still serves. */
public final class ApiRule implements Rule {
  private final RuleCard card;
  private final boolean removed;

  private ApiRule(RuleCard card, boolean removed) {
    this.card = card;
    this.removed = removed;
  }

  public static Rule ofRemoved() {
    return new ApiRule(
        new RuleCard(
            "api-removed",
            Level.ERROR,
            "No object is of an API version that the cluster's Kubernetes does not serve any"
                + " more."),
        true);
  }

  public static Rule ofDeprecated() {
    return new ApiRule(
        new RuleCard(
            "api-deprecated",
            Level.WARNING,
            "No object is of an API version that the cluster's Kubernetes has deprecated."),
        false);
  }

  @Override
  public RuleCard card() {
    return card;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    KubernetesRelease cluster = KubernetesRelease.of(subject);
    for (KubernetesObject object : subject.objects()) {
      Optional<ApiLifecycle> lifecycle = ApiLifecycle.of(object);
      if (lifecycle.isPresent() && isMeant(lifecycle.get(), cluster)) {
        found.accept(finding(subject, object, lifecycle.get(), cluster));
      }
    }
  }

  private boolean isMeant(ApiLifecycle lifecycle, KubernetesRelease cluster) {
    boolean gone = lifecycle.removed().map(cluster::isAtLeast).orElse(false);
    return removed ? gone : !gone && cluster.isAtLeast(lifecycle.deprecated());
  }

  private Finding finding(
      Subject subject, KubernetesObject object, ApiLifecycle lifecycle, KubernetesRelease cluster) {
    String api = object.describe() + " is of " + object.apiVersion();
    String until = lifecycle.removed().map(release -> " and goes away in " + release).orElse("");
    String given = subject.cluster().kubeVersion().isPresent() ? "" : ", taken for granted";
    Node apiVersion = object.node().get("apiVersion");
    return card.finding(
            removed
                ? api
                    + ", which Kubernetes does not serve since "
                    + lifecycle.removed().orElseThrow()
                    + " (the cluster is "
                    + cluster
                    + given
                    + ")"
                : api + ", which is deprecated since Kubernetes " + lifecycle.deprecated() + until)
        .withObject(object)
        .withPlace(subject.place(object, apiVersion == null ? object.node() : apiVersion))
        .withAdvice(
            lifecycle.replacement().isEmpty()
                ? "There is no replacement of the same kind; see the deprecation guide of"
                    + " Kubernetes."
                : "Use " + lifecycle.replacement() + ".");
  }
}
