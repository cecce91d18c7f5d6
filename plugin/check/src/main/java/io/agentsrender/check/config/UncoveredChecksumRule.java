package io.agentsrender.check.config;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.rule.Rule;
import io.agentsrender.check.subject.Pods;
import io.agentsrender.check.subject.Subject;
import io.agentsrender.policy.checksum.ConfigKind;
import io.agentsrender.policy.checksum.ConfigReference;
import io.agentsrender.policy.checksum.ConfigUse;
import io.agentsrender.policy.checksum.PodReferences;
import io.agentsrender.policy.scope.Scope;
import io.agentsrender.policy.settings.ChecksumEntry;
import io.agentsrender.policy.settings.RolloutChecksums;
import io.agentsrender.policy.settings.reader.SettingsReader;
import io.agentsrender.source.RenderException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Where pods restart for some of their configuration, they restart for all of it. */
public final class UncoveredChecksumRule implements Rule {
  private static final RuleCard CARD =
      new RuleCard(
          "checksum-uncovered",
          Level.NOTE,
          "Where rolloutChecksums is on, it lists every Secret and ConfigMap that pods use.");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> found) {
    for (Scope scope : subject.scopes()) {
      RolloutChecksums checksums = checksums(scope);
      if (checksums.enabled() && !checksums.automatic()) {
        check(subject, scope, checksums, found);
      }
    }
  }

  /** Those of the policy, or those that the chart implements by itself. */
  private static RolloutChecksums checksums(Scope scope) {
    if (scope.settings().checksums().enabled()) {
      return scope.settings().checksums();
    }
    try {
      return SettingsReader.read(
              scope
                  .values()
                  .withEntries(
                      scope.values().entries().stream()
                          .filter(entry -> entry.name().equals(SettingsReader.CHECKSUMS))
                          .toList()))
          .checksums();
    } catch (RenderException e) {
      // The chart's own settings need not be like those of the policy.
      return RolloutChecksums.OFF;
    }
  }

  private static void check(
      Subject subject, Scope scope, RolloutChecksums checksums, Consumer<Finding> found) {
    Set<ConfigReference> seen = new HashSet<>();
    for (Pods pods : subject.pods()) {
      if (!scope.covers(pods.template().owner()) || !pods.template().isReplacing()) {
        continue;
      }
      for (ConfigUse use : PodReferences.uses(pods.template(), pods.namespace())) {
        ConfigReference reference = use.reference();
        if (!isListed(reference, checksums) && seen.add(reference)) {
          found.accept(finding(pods, use, checksums));
        }
      }
    }
  }

  private static boolean isListed(ConfigReference reference, RolloutChecksums checksums) {
    List<ChecksumEntry> entries =
        reference.kind() == ConfigKind.SECRET ? checksums.secrets() : checksums.configMaps();
    return entries.stream()
        .anyMatch(entry -> entry.covers(reference.namespace(), reference.name()));
  }

  private static Finding finding(Pods pods, ConfigUse use, RolloutChecksums checksums) {
    ConfigReference reference = use.reference();
    return CARD.finding(
            "the pods of "
                + pods.template().owner().describe()
                + " use the "
                + reference.kind().kind()
                + " \""
                + reference.name()
                + "\", and a change of it does not restart them: rolloutChecksums does not list it")
        .withObject(pods.template().owner())
        .withPlace(checksums.at())
        .withAdvice(
            "Add it to rolloutChecksums."
                + (reference.kind() == ConfigKind.SECRET ? "secrets" : "configMaps")
                + ", or turn rolloutChecksums.auto on.");
  }
}
