package io.agentsrender.policy.scope;

import java.util.List;
import java.util.Optional;

/**
 * What policies must know beyond the objects.
 *
 * @param namespace the destination of objects that name none
 * @param apiVersions of the cluster: {@code group/version} and {@code group/version/Kind}; empty
 *     where unknown
 * @param environment such as {@code production}
 * @param rolloutPhase the application's step in an ordered rollout of many applications
 */
public record PolicyFacts(
    String namespace,
    List<String> apiVersions,
    Optional<String> environment,
    Optional<String> rolloutPhase) {
  public PolicyFacts {
    apiVersions = List.copyOf(apiVersions);
  }

  public static PolicyFacts of(String namespace) {
    return new PolicyFacts(namespace, List.of(), Optional.empty(), Optional.empty());
  }

  public PolicyFacts withApiVersions(List<String> apiVersions) {
    return new PolicyFacts(namespace, apiVersions, environment, rolloutPhase);
  }

  public PolicyFacts withEnvironment(String environment) {
    return new PolicyFacts(namespace, apiVersions, Optional.of(environment), rolloutPhase);
  }

  public PolicyFacts withRolloutPhase(String rolloutPhase) {
    return new PolicyFacts(namespace, apiVersions, environment, Optional.of(rolloutPhase));
  }
}
