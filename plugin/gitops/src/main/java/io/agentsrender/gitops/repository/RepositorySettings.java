package io.agentsrender.gitops.repository;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.gitops.ref.RepositoryUrl;
import io.agentsrender.yaml.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a repository.
 *
 * @param environments by name, in the order of the file
 * @param refs by name
 * @param repositories what stands for the repository of a URL
 * @param allowedHosts the only hosts that are asked, of those the installation allows; absent for
 *     all of those
 * @param policies settings of the policies for every application, as they stand
 * @param suppressions findings of {@code check} that are accepted
 */
public record RepositorySettings(
    ValuesSettings values,
    Map<String, Environment> environments,
    Map<String, RefTarget> refs,
    Map<String, RefTarget> repositories,
    Optional<List<String>> allowedHosts,
    Optional<MapNode> policies,
    List<Suppression> suppressions) {

  public static final RepositorySettings DEFAULT =
      new RepositorySettings(
          ValuesSettings.DEFAULT,
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public RepositorySettings {
    environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
    refs = Collections.unmodifiableMap(new LinkedHashMap<>(refs));
    repositories = Collections.unmodifiableMap(new LinkedHashMap<>(repositories));
    allowedHosts = allowedHosts.map(List::copyOf);
    suppressions = List.copyOf(suppressions);
  }

  /** What stands for the repository of that URL, where the settings say so. */
  public Optional<RefTarget> repository(String url) {
    return repositories.entrySet().stream()
        .filter(entry -> RepositoryUrl.isSame(entry.getKey(), url))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public RepositorySettings withValues(ValuesSettings values) {
    return new RepositorySettings(
        values, environments, refs, repositories, allowedHosts, policies, suppressions);
  }
}
