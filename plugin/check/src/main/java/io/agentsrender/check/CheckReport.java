package io.agentsrender.check;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.Level;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.suppression.Suppressed;
import java.util.List;

/**
 * What the rules found in one application.
 *
 * @param path of the application
 * @param counted what was looked at: {@code object}, or {@code Application} where it is a
 *     repository
 * @param count how many of these; 0 where the application does not render
 * @param refused whether it does not render because something is not supported or not allowed, and
 *     for nothing else
 * @param rules that were run
 * @param findings by file and line, then in the order of the rules
 * @param suppressed findings that somebody accepts, in the same order
 */
public record CheckReport(
    String path,
    String counted,
    int count,
    boolean refused,
    List<RuleCard> rules,
    List<Finding> findings,
    List<Suppressed> suppressed) {
  public CheckReport {
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }

  public boolean has(Level atLeast) {
    return findings.stream().anyMatch(finding -> finding.level().isAtLeast(atLeast));
  }

  public long count(Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
