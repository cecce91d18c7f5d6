package io.agentsrender.check.chart;

import io.agentsrender.check.chart.UsedCharts.UsedChart;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.yaml.ScalarNode;
import java.util.Optional;
import java.util.function.Consumer;

/** A kustomization asks for the version of a chart that lies in the repository. */
public final class ChartVersionRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "chart-version",
          Level.ERROR,
          "A kustomization asks for the very version of a chart that lies in the repository.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (UsedChart chart : UsedCharts.of(subject)) {
      Optional<ScalarNode> own = chart.description().scalar("version");
      chart
          .wanted()
          .filter(wanted -> own.map(version -> !isSame(wanted, version)).orElse(false))
          .ifPresent(wanted -> found.accept(finding(chart, wanted, own.orElseThrow())));
    }
  }

  private static boolean isSame(ScalarNode wanted, ScalarNode own) {
    return wanted.text().isEmpty() || wanted.text().equals(own.text());
  }

  private static Finding finding(UsedChart chart, ScalarNode wanted, ScalarNode own) {
    return CARD.finding(
            "the kustomization asks for version "
                + wanted.text()
                + " of the chart \""
                + chart.description().name()
                + "\", and the chart at hand is of version "
                + own.text()
                + " ("
                + own.position()
                + "), which kustomize renders without a word")
        .withPlace(wanted.position())
        .withAdvice("Write " + own.text() + " here, or change the chart's version back.");
  }
}
