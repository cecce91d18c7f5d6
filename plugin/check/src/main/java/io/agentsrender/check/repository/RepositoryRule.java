package io.agentsrender.check.repository;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.check.finding.RuleCard;
import java.util.function.Consumer;

/** Something that holds for every good repository of Applications. Rules keep no state. */
public interface RepositoryRule {
  RuleCard card();

  void check(RepositorySubject subject, Consumer<Finding> found);
}
