package io.agentsrender.check.finding;

import java.util.Optional;

/**
 * What is known of a rule without running it.
 *
 * @param name in lower case with dashes: it stands in suppressions and names the rule's page
 * @param level of its findings, unless one of them says otherwise
 * @param summary one sentence: what the rule asks for
 */
public record RuleCard(String name, Level level, String summary) {
  /** Starts a finding; further facts are added by its {@code with} methods. */
  public Finding finding(String message) {
    return new Finding(
        this,
        level,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
