package io.agentsrender.check;

import io.agentsrender.check.access.MissingRoleRule;
import io.agentsrender.check.access.ScopeRule;
import io.agentsrender.check.access.ServiceAccountRule;
import io.agentsrender.check.access.SubjectRule;
import io.agentsrender.check.chart.AppVersionRule;
import io.agentsrender.check.chart.ChartVersionRule;
import io.agentsrender.check.chart.HelmLintRule;
import io.agentsrender.check.chart.KubeVersionRule;
import io.agentsrender.check.cluster.ApiRule;
import io.agentsrender.check.cluster.LargeObjectRule;
import io.agentsrender.check.cluster.UnknownKindRule;
import io.agentsrender.check.config.UncoveredChecksumRule;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.image.ImpossibleImageRule;
import io.agentsrender.check.image.MutableTagRule;
import io.agentsrender.check.reference.MissingConfigRule;
import io.agentsrender.check.reference.ScaleTargetRule;
import io.agentsrender.check.reference.SelectorRule;
import io.agentsrender.check.repository.RepositoryRule;
import io.agentsrender.check.repository.RepositoryRules;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.rule.TopicRule;
import io.agentsrender.policy.scope.Topic;
import io.agentsrender.source.NearestName;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All rules, in the order in which people read about them. */
public final class RuleTable {
  private static final List<Rule> ALL =
      List.of(
          new RenderRule(),
          new HelmLintRule(),
          new TopicRule(
              new RuleCard(
                  Topic.DIGEST,
                  Level.ERROR,
                  "Every image has a digest where imagePolicy.requireDigest asks for one.")),
          new ImpossibleImageRule(),
          new MutableTagRule(),
          new TopicRule(
              new RuleCard(
                  Topic.LOCKSTEP,
                  Level.ERROR,
                  "Components that imagePolicy.lockstep holds together are of the same commit and"
                      + " have digests.")),
          new TopicRule(
              new RuleCard(
                  Topic.ENVIRONMENT,
                  Level.WARNING,
                  "A component's own environment variables win over those of all components.")),
          new TopicRule(
              new RuleCard(
                  Topic.UNREFERENCED_CHECKSUM,
                  Level.WARNING,
                  "Some pod uses every Secret and ConfigMap that rolloutChecksums lists.")),
          new TopicRule(
              new RuleCard(
                  Topic.UNKNOWN_CONTENT,
                  Level.WARNING,
                  "Every checksum of rolloutChecksums is one of content, not of a name.")),
          new UncoveredChecksumRule(),
          MissingConfigRule.ofSecrets(),
          MissingConfigRule.ofConfigMaps(),
          new ServiceAccountRule(),
          new SelectorRule(),
          new ScaleTargetRule(),
          new ScopeRule(),
          new MissingRoleRule(),
          new SubjectRule(),
          new ChartVersionRule(),
          new AppVersionRule(),
          new KubeVersionRule(),
          ApiRule.ofRemoved(),
          ApiRule.ofDeprecated(),
          new UnknownKindRule(),
          new LargeObjectRule(),
          new SuppressionRule());

  private RuleTable() {}

  public static List<Rule> all() {
    return ALL;
  }

  /** What is known of all rules, in their order; those over repositories come last. */
  public static List<RuleCard> cards() {
    return Stream.concat(
            ALL.stream().map(Rule::card), RepositoryRules.all().stream().map(RepositoryRule::card))
        .toList();
  }

  /** The names of all rules, in their order. */
  public static List<String> names() {
    return cards().stream().map(RuleCard::name).toList();
  }

  /**
   * Some of the rules over applications, in their order.
   *
   * @param only the names of those that are wanted; all where there is none
   * @param without the names of those that are not
   * @throws RenderException with one problem for each name that no rule has
   */
  public static List<Rule> chosen(List<String> only, List<String> without) {
    return chosen(ALL, Rule::card, only, without);
  }

  /** The same for the rules over repositories. */
  public static List<RepositoryRule> chosenOfRepositories(List<String> only, List<String> without) {
    return chosen(RepositoryRules.all(), RepositoryRule::card, only, without);
  }

  /**
   * What is known of the rule of that name.
   *
   * @throws RenderException where there is none
   */
  public static RuleCard card(String name) {
    return cards().stream()
        .filter(card -> card.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new RenderException(unknown(name, names())));
  }

  private static <T> List<T> chosen(
      List<T> all, Function<T, RuleCard> card, List<String> only, List<String> without) {
    List<String> names = names();
    List<Problem> unknown =
        Stream.concat(only.stream(), without.stream())
            .filter(name -> !names.contains(name))
            .map(name -> unknown(name, names))
            .toList();
    if (!unknown.isEmpty()) {
      throw new RenderException(unknown);
    }
    return all.stream()
        .filter(rule -> only.isEmpty() || only.contains(card.apply(rule).name()))
        .filter(rule -> !without.contains(card.apply(rule).name()))
        .toList();
  }

  private static Problem unknown(String name, List<String> names) {
    return Problem.error("choosing the rules", "there is no rule \"" + name + "\"")
        .withAdvice(
            NearestName.of(name, names)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("Known rules: " + String.join(", ", names) + "."));
  }
}
