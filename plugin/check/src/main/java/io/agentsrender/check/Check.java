package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.repository.RepositoryRule;
import io.agentsrender.check.repository.RepositorySubject;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.check.suppression.Suppressions;
import io.agentsrender.gitops.repository.RepositorySettings;
import io.agentsrender.gitops.repository.RepositorySettingsReader;
import io.agentsrender.render.Engine;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.application.ApplicationWorld;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.Position;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.port.Remotes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Renders an application and runs rules over what came out. */
public final class Check {
  private static final int MAX_EXCERPT = 200;

  /** Files in which nobody keeps secrets. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "Chart.yaml",
          "kustomization.yaml",
          "kustomization.yml",
          "Kustomization",
          RepositorySettingsReader.FILE);

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
    return run(request, Remotes.refusing());
  }

  /**
   * Checks one application that may need what is not in the tree.
   *
   * @param remotes gives that; made for this check
   * @throws io.agentsrender.source.RenderException where there is no application at that path
   */
  public CheckReport run(RenderRequest request, Remotes remotes) {
    Plan plan = engine.plan(request);
    RenderResult result = engine.render(request, remotes);
    Subject subject =
        new Subject(request, plan, settings(request), result, () -> engine.lint(request, remotes));
    List<Finding> all = new ArrayList<>();
    for (Rule rule : rules) {
      rule.check(subject, finding -> all.add(withExcerpt(finding, request.tree())));
    }
    return report(
        "object",
        subject.objects().size(),
        result.isRefused(),
        rules.stream().map(Rule::card).toList(),
        all,
        found ->
            new Suppressions(
                request.tree(),
                request.path(),
                subject.settings().suppressions(),
                Stream.concat(found, subject.files()),
                !subject.objects().isEmpty()),
        request.tree(),
        request.path());
  }

  /**
   * Checks all Applications below a folder, and the repository they stand in.
   *
   * @param rules that are run
   */
  public static CheckReport applications(
      ApplicationWorld world, String path, Engine engine, List<RepositoryRule> rules) {
    RepositorySubject subject = RepositorySubject.of(world, path, engine);
    List<Finding> all = new ArrayList<>();
    for (RepositoryRule rule : rules) {
      rule.check(subject, finding -> all.add(withExcerpt(finding, world.tree())));
    }
    return report(
        "Application",
        subject.applications().size(),
        false,
        rules.stream().map(RepositoryRule::card).toList(),
        all,
        found ->
            new Suppressions(
                world.tree(),
                path,
                world.settings().suppressions(),
                Stream.concat(found, subject.files().stream()),
                subject.problems().isEmpty()),
        world.tree(),
        path);
  }

  private static CheckReport report(
      String counted,
      int count,
      boolean refused,
      List<RuleCard> rules,
      List<Finding> all,
      Function<Stream<String>, Suppressions> accepted,
      SourceTree tree,
      String path) {
    all.sort(BY_PLACE);
    List<String> run = rules.stream().map(RuleCard::name).toList();
    Suppressions suppressions =
        accepted.apply(
            all.stream().flatMap(finding -> finding.place().stream()).map(Position::file));
    List<Finding> findings = new ArrayList<>(suppressions.filter(all));
    if (run.contains(Suppressions.CARD.name())) {
      suppressions.faults(RuleTable.names(), run).stream()
          .map(finding -> withExcerpt(finding, tree))
          .forEach(findings::add);
      findings.sort(BY_PLACE);
    }
    return new CheckReport(
        path, counted, count, refused, rules, findings, suppressions.suppressed());
  }

  /** What is wrong with them is said by the render. */
  private static RepositorySettings settings(RenderRequest request) {
    try {
      return RepositorySettingsReader.of(request.tree(), new ArrayList<>());
    } catch (RenderException e) {
      return RepositorySettings.DEFAULT;
    }
  }

  /**
   * The line at its place, unless that may show a secret: what is said of a Secret, and lines of
   * value files and of files that cannot be read, go without. Problems of renders bring their own.
   */
  private static Finding withExcerpt(Finding finding, SourceTree tree) {
    boolean shown =
        finding.excerpt().isEmpty()
            && finding.place().map(place -> isPublic(place.file(), finding)).orElse(false);
    return shown
        ? finding.withExcerpt(line(tree, finding.place().orElseThrow()).orElse(null))
        : finding;
  }

  private static boolean isPublic(String file, Finding finding) {
    if (DESCRIPTIONS.contains(TreePath.name(file))) {
      return true;
    }
    return finding
        .object()
        .filter(object -> !object.isSecret())
        .map(object -> file.endsWith(".tpl") || file.equals(object.origin().place().file()))
        .orElse(false);
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
