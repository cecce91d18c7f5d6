package io.agentsrender.check.chart;

import io.agentsrender.check.chart.UsedCharts.UsedChart;
import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.ObjectPlaces;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.policy.image.ImageReference;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The {@code appVersion} of a chart is that of what it runs. */
public final class AppVersionRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "chart-app-version",
          Level.NOTE,
          "The appVersion of a chart is the tag of one of the images of its release.");

  private static final int SHORTEST_COMMIT = 7;

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (UsedChart chart : UsedCharts.of(subject)) {
      Optional<ScalarNode> appVersion = chart.description().scalar("appVersion");
      List<String> tags = tags(subject, chart.release());
      if (appVersion.isPresent()
          && !tags.isEmpty()
          && tags.stream().noneMatch(tag -> isSame(tag, appVersion.get().text()))) {
        found.accept(finding(chart, appVersion.get(), tags));
      }
    }
  }

  private static List<String> tags(Subject subject, Optional<String> release) {
    return subject.images().stream()
        .filter(use -> release.isEmpty() || isOf(subject, use, release.get()))
        .map(use -> ImageReference.parse(use.image()).tag())
        // What moves says no version at all.
        .filter(tag -> tag.chars().anyMatch(Character::isDigit))
        .distinct()
        .toList();
  }

  private static boolean isOf(Subject subject, ImageUse use, String release) {
    return subject
        .locate(use.place())
        .map(ObjectPlaces.Located::object)
        .flatMap(object -> object.origin().release())
        .map(release::equals)
        .orElse(false);
  }

  /** With or without a {@code v} or {@code sha-} before it, and commits in short or in full. */
  private static boolean isSame(String tag, String appVersion) {
    String one = plain(tag);
    String two = plain(appVersion);
    boolean commits =
        Math.min(one.length(), two.length()) >= SHORTEST_COMMIT
            && (one.startsWith(two) || two.startsWith(one));
    return one.equals(two) || commits || one.startsWith(two + "-");
  }

  private static String plain(String version) {
    return version.replaceFirst("^(?:v(?=\\d)|sha-)", "");
  }

  private static Finding finding(UsedChart chart, ScalarNode appVersion, List<String> tags) {
    return CARD.finding(
            "the chart \""
                + chart.description().name()
                + "\" says that it is of the application's version "
                + appVersion.text()
                + ", and its release runs "
                + String.join(", ", tags))
        .withPlace(appVersion.position())
        .withAdvice(
            "Release the chart with the appVersion of its images, or leave appVersion out.");
  }
}
