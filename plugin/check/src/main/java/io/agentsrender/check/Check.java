package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.check.suppression.Suppressions;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderRequest;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.source.Position;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Renders an application and runs rules over what came out. */
public final class Check {
  private static final int MAX_EXCERPT = 200;

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
          finding -> finding.place().orElse(Position.ofFile("")),
          Comparator.comparing(Position::file)
              .thenComparingInt(Position::line)
              .thenComparingInt(Position::column));

  private final Engine engine;
  private final List<Rule> rules;

  public Check(Engine engine, List<Rule> rules) {
    this.engine = engine;
    this.rules = List.copyOf(rules);
  }

  /**
   * Checks one application. An application that does not render gives a report, too.
   *
   * @throws io.agentsrender.source.RenderException where there is no application at that path
   */
  public CheckReport run(RenderRequest request) {
    Plan plan = engine.plan(request);
    RenderResult result = engine.render(request);
    Subject subject = new Subject(request, plan, settings(request), result, engine);
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(subject, finding -> all.add(withExcerpt(finding, request.tree())));
    }
    all.sort(BY_PLACE);
    List<String> run = rules.stream().map(rule -> rule.card().name()).toList();
    Suppressions suppressions = new Suppressions(subject, all);
    List<Finding> findings = new ArrayList<>(suppressions.filter(all));
    if (run.contains(Suppressions.CARD.name())) {
      suppressions.faults(RuleTable.names(), run).stream()
          .map(finding -> withExcerpt(finding, request.tree()))
          .forEach(findings::add);
      findings.sort(BY_PLACE);
    }
    return new CheckReport(
        request.path(),
        subject.objects().size(),
        rules.stream().map(Rule::card).toList(),
        findings,
        suppressions.suppressed());
  }

  /** What is wrong with them is said by the render. */
  private static RepositorySettings settings(RenderRequest request) {
    try {
      return RepositorySettingsReader.of(request.tree(), new ArrayList<>());
    } catch (RenderException e) {
      return RepositorySettings.DEFAULT;
    }
  }

  /** The line at its place, unless that may show a secret. */
  private static Finding withExcerpt(Finding finding, SourceTree tree) {
    boolean secret = finding.object().map(KubernetesObject::isSecret).orElse(false);
    if (secret || finding.excerpt().isPresent() || finding.place().isEmpty()) {
      return finding;
    }
    return finding.withExcerpt(line(tree, finding.place().get()).orElse(null));
  }

  private static Optional<String> line(SourceTree tree, Position place) {
    if (place.line() == 0) {
      return Optional.empty();
    }
    return tree.file(place.file())
        .flatMap(file -> file.text().lines().skip(place.line() - 1L).findFirst())
        .map(String::strip)
        .map(text -> text.substring(0, Math.min(text.length(), MAX_EXCERPT)));
  }
}
