package io.agentsrender.check.repository;

import java.util.List;

/** All rules over repositories, in the order in which people read about them. */
public final class RepositoryRules {
  private static final List<RepositoryRule> ALL =
      List.of(
          new ApplicationRule(),
          new ComponentRule(),
          new ChartArchiveRule(),
          new UnusedValuesRule(),
          new IgnoredChecksumRule(),
          new ClaimedTwiceRule(),
          new DefinitionOrderRule());

  private RepositoryRules() {}

  public static List<RepositoryRule> all() {
    return ALL;
  }
}
