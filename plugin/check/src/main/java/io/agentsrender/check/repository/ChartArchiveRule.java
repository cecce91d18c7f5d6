package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.source.Position;
import java.util.List;
import java.util.function.Consumer;

/** Charts of others lie in the repository unpacked. */
final class ChartArchiveRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "chart-archive",
          Level.ERROR,
          "No packaged chart is committed among the charts of third parties.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    subject.files().stream()
        .filter(file -> file.endsWith(".tgz"))
        .filter(file -> List.of(file.split("/", -1)).contains("third_party"))
        .forEach(file ->
            found.accept(
                CARD.finding(
                        "a packaged chart is committed: nobody can review it, and Argo CD cannot"
                            + " render it from its path")
                    .withPlace(Position.ofFile(file))
                    .withAdvice("Commit the chart unpacked: tar xzf, and remove the archive.")));
  }
}
