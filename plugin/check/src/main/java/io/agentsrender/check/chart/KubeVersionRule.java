package io.agentsrender.check.chart;

import io.agentsrender.check.chart.UsedCharts.UsedChart;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.TopicRule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.release.VersionRange;
import io.agentsrender.source.TreePath;
import io.agentsrender.yaml.ScalarNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Charts are for the Kubernetes of the cluster. Helm itself looks at the root chart only, and so
 * does kustomize through it.
 */
public final class KubeVersionRule extends TopicRule {
  private static final RuleCard CARD =
      new RuleCard(
          "kube-version",
          Level.ERROR,
          "The kubeVersion of every chart that is rendered admits the cluster's Kubernetes.");

  public KubeVersionRule() {
    super(CARD);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    super.check(subject, finding -> found.accept(atTheVeryLine(finding, subject)));
    Optional<String> cluster = subject.cluster().kubeVersion();
    if (cluster.isEmpty()) {
      return;
    }
    for (UsedChart chart : UsedCharts.of(subject)) {
      String charts = TreePath.join(chart.description().folder(), "charts");
      for (String name : subject.tree().list(charts)) {
        String folder = TreePath.join(charts, name);
        if (isRendered(subject, folder)) {
          ChartDescription.read(subject.tree(), folder)
              .ifPresent(description -> check(description, cluster.get(), found));
        }
      }
    }
  }

  /** Helm names the file only. */
  private static Finding atTheVeryLine(Finding finding, Subject subject) {
    return finding
        .place()
        .filter(place -> place.line() == 0)
        .flatMap(place -> ChartDescription.read(subject.tree(), TreePath.parent(place.file())))
        .flatMap(chart -> chart.scalar("kubeVersion"))
        .map(range -> finding.withPlace(range.position()))
        .orElse(finding);
  }

  /** A subchart that is turned off may ask for what it likes. */
  private static boolean isRendered(Subject subject, String folder) {
    return subject.objects().stream()
        .anyMatch(object -> TreePath.isWithin(folder, object.origin().place().file()));
  }

  private static void check(ChartDescription description, String cluster, Consumer<Finding> found) {
    Optional<ScalarNode> range = description.scalar("kubeVersion");
    if (range.isPresent()
        && !VersionRange.contains(HelmProfile.DEFAULT, range.get().text(), cluster)) {
      found.accept(
          CARD.finding(
                  "the subchart \""
                      + description.name()
                      + "\" asks for Kubernetes "
                      + range.get().text()
                      + ", and the cluster is "
                      + cluster
                      + "; Helm looks at the root chart only")
              .withLevel(Level.WARNING)
              .withPlace(range.get().position())
              .withAdvice("Take a version of the subchart that is for this cluster."));
    }
  }
}
