package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.gitops.component.Component;
import io.agentsrender.gitops.component.ComponentReader;
import io.agentsrender.gitops.component.ComponentSource;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Components say what counts, and nothing else stands beside them. */
final class ComponentRule implements RepositoryRule {
  private static final RuleCard CARD =
      new RuleCard(
          "component",
          Level.ERROR,
          "Every component.yaml has known fields in their right form, and no manifests stand"
              + " beside a chart.");

  private static final String FILE = "component.yaml";
  private static final Pattern MANIFEST = Pattern.compile("(?m)^kind: *[A-Z]");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(RepositorySubject subject, Consumer<Finding> found) {
    for (String file : subject.files()) {
      if (TreePath.name(file).equals(FILE)) {
        check(subject, file, found);
      }
    }
  }

  private static void check(RepositorySubject subject, String file, Consumer<Finding> found) {
    List<Problem> problems = new ArrayList<>();
    try {
      Component component = ComponentReader.read(subject.content(file), file, problems);
      if (component.source() instanceof ComponentSource.Chart) {
        String folder = TreePath.parent(file);
        subject.files().stream()
            .filter(other -> TreePath.parent(other).equals(folder) && !other.equals(file))
            .filter(other -> other.endsWith(".yaml") || other.endsWith(".yml"))
            .filter(other -> MANIFEST.matcher(subject.content(other).text()).find())
            .map(other -> beside(component, other))
            .forEach(found);
      }
    } catch (RenderException e) {
      problems.addAll(e.problems());
    }
    for (Problem problem : problems) {
      found.accept(
          CARD.finding(problem.reason())
              .withLevel(problem.isError() ? Level.ERROR : Level.WARNING)
              .withPlace(problem.place().orElse(Position.ofFile(file)))
              .withAdvice(problem.advice().orElse(null)));
    }
  }

  private static Finding beside(Component component, String file) {
    return CARD.finding(
            "manifests stand beside the component \""
                + component.name()
                + "\", which is rendered from a chart: nothing applies them")
        .withPlace(Position.ofFile(file))
        .withAdvice("Give them a component of their own, or put them into the chart.");
  }
}
