package io.agentsrender.check.rule;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import io.agentsrender.check.subject.Subject;
import java.util.function.Consumer;

/** Something that holds for every good application. Rules keep no state. */
public interface Rule {
  RuleCard card();

  void check(Subject subject, Consumer<Finding> found);
}
