package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.render.application.SourceOutcome;
import io.agentsrender.render.values.ValueFileUse;
import io.agentsrender.source.Position;
import io.agentsrender.source.TreePath;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Value files are used. Asked only of a repository whose Applications all render. */
final class UnusedValuesRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "values-unused",
          Level.NOTE,
          "Every file in the folder of value files is read by some Application.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    boolean known =
        subject.problems().isEmpty()
            && !subject.applications().isEmpty()
            && subject.applications().stream().noneMatch(it -> it.render().isFailed());
    if (!known) {
      return;
    }
    String root = subject.world().settings().values().root();
    Set<String> read =
        subject.applications().stream()
            .flatMap(application -> application.render().sources().stream())
            .filter(SourceOutcome.Rendered.class::isInstance)
            .flatMap(outcome -> ((SourceOutcome.Rendered) outcome).result().valueFiles().stream())
            .filter(ValueFileUse::isRead)
            .map(use -> use.path().replaceFirst("^\\$[^/]*/", ""))
            .collect(Collectors.toSet());
    subject.files().stream()
        .filter(file -> TreePath.isWithin(root, file))
        .filter(file -> file.endsWith(".yaml") || file.endsWith(".yml"))
        .filter(file -> !read.contains(file))
        .forEach(file ->
            found.accept(
                CARD.finding("no Application reads this value file")
                    .withPlace(Position.ofFile(file))
                    .withAdvice(
                        "Take it out, or correct the name of the component's value file.")));
  }
}
