package io.agentsrender.check.suppression;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.gitops.field.PlacedText;
import io.agentsrender.gitops.repository.Suppression;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Position;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.TreeGlob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The findings about one application that somebody accepts, and what is wrong with that. */
public final class Suppressions {
  /** The rule of suppressions themselves. */
  public static final RuleCard CARD =
      new RuleCard(
          "suppression",
          Level.ERROR,
          "Every suppression names rules that exist, has a reason, and still suppresses"
              + " something.");

  private final String path;
  private final boolean decided;
  private final List<Suppression> settings;
  private final List<Comment> comments;
  private final Set<Object> used = new HashSet<>();
  private final List<Suppressed> suppressed = new ArrayList<>();

  /**
   * @param path that is checked
   * @param files in which comments count
   * @param decided whether rules could find all there is, so that what suppresses nothing is stale
   */
  public Suppressions(
      SourceTree tree,
      String path,
      List<Suppression> settings,
      Stream<String> files,
      boolean decided) {
    this.path = path;
    this.decided = decided;
    this.settings = settings;
    this.comments =
        files
            .distinct()
            .flatMap(file ->
                tree.file(file).stream()
                    .flatMap(content -> Comment.of(file, content.text()).stream()))
            .toList();
  }

  /** The findings that nobody accepts; the others are in {@link #suppressed()} then. */
  public List<Finding> filter(List<Finding> findings) {
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Suppressed> accepted = byComment(finding).or(() -> bySettings(finding));
      accepted.ifPresentOrElse(suppressed::add, () -> kept.add(finding));
    }
    return kept;
  }

  public List<Suppressed> suppressed() {
    return List.copyOf(suppressed);
  }

  private Optional<Suppressed> byComment(Finding finding) {
    for (Comment comment : comments) {
      boolean covers =
          comment.rules().contains(finding.rule().name())
              && finding.place().map(place -> isAt(place, comment)).orElse(false);
      if (covers) {
        used.add(comment);
        if (!comment.reason().isEmpty()) {
          return Optional.of(new Suppressed(finding, comment.reason(), comment.at(), true));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAt(Position place, Comment comment) {
    return place.file().equals(comment.at().file())
        && (place.line() == comment.line() || place.line() == comment.at().line());
  }

  private Optional<Suppressed> bySettings(Finding finding) {
    for (Suppression suppression : settings) {
      if (suppression.rule().text().equals(finding.rule().name())
          && isInPath(suppression, finding)
          && isAboutObject(suppression, finding)) {
        used.add(suppression);
        return Optional.of(
            new Suppressed(finding, suppression.reason().text(), suppression.rule().at(), false));
      }
    }
    return Optional.empty();
  }

  private boolean isInPath(Suppression suppression, Finding finding) {
    Optional<PathGlob> glob = suppression.path().map(wanted -> new PathGlob(wanted.text()));
    return glob.isEmpty()
        || glob.get().covers(path)
        || finding.place().map(Position::file).map(glob.get()::covers).orElse(false);
  }

  private static boolean isAboutObject(Suppression suppression, Finding finding) {
    Optional<String> wanted = suppression.object().map(PlacedText::text);
    return wanted.isEmpty()
        || finding
            .object()
            .map(object -> object.describe())
            .map(name ->
                PathGlob.matches(wanted.get(), name)
                    || PathGlob.matches(wanted.get(), name.replaceFirst(" in .*", "")))
            .orElse(false);
  }

  /**
   * Suppressions of rules that do not exist, and those that suppress nothing: comments in files of
   * the application, and settings that name a file or folder of it. Others may serve another
   * application.
   *
   * @param known the names of all rules
   * @param run the names of those that were run
   */
  public List<Finding> faults(Collection<String> known, Collection<String> run) {
    List<Finding> faults = new ArrayList<>();
    for (Comment comment : comments) {
      comment.rules().stream()
          .filter(rule -> !known.contains(rule))
          .forEach(
              rule -> faults.add(unknown(rule, comment.at(), known).withExcerpt(comment.text())));
      if (comment.reason().isEmpty()) {
        faults.add(
            CARD.finding(
                    "a suppression of " + String.join(", ", comment.rules()) + " has no reason")
                .withPlace(comment.at())
                .withExcerpt(comment.text())
                .withAdvice("Write the reason behind the rule; without one it does not count."));
      } else if (!used.contains(comment) && isDecided(comment.rules(), known, run)) {
        faults.add(
            stale(String.join(", ", comment.rules()), comment.at()).withExcerpt(comment.text()));
      }
    }
    for (Suppression suppression : settings) {
      PlacedText rule = suppression.rule();
      if (!known.contains(rule.text())) {
        faults.add(unknown(rule.text(), rule.at(), known));
      } else if (!used.contains(suppression)
          && isDecided(List.of(rule.text()), known, run)
          && suppression.path().map(wanted -> isOfApplication(wanted.text())).orElse(false)) {
        faults.add(stale(rule.text(), rule.at()));
      }
    }
    return faults;
  }

  /** Of an application that does not render, most rules find nothing. */
  private boolean isDecided(List<String> rules, Collection<String> known, Collection<String> run) {
    return decided && rules.stream().filter(known::contains).allMatch(run::contains);
  }

  private boolean isOfApplication(String wanted) {
    return !TreeGlob.isPattern(wanted) && TreePath.isWithin(path, wanted);
  }

  private static Finding unknown(String rule, Position at, Collection<String> known) {
    return CARD.finding("there is no rule \"" + rule + "\" to suppress")
        .withPlace(at)
        .withAdvice(
            NearestName.of(rule, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("agents-render check --list names the rules."));
  }

  private static Finding stale(String rule, Position at) {
    return CARD.finding("a suppression of " + rule + " suppresses nothing here")
        .withLevel(Level.NOTE)
        .withPlace(at)
        .withAdvice("Take it out, unless another environment needs it.");
  }
}
