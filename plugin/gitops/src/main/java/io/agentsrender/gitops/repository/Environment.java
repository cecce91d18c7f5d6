package io.agentsrender.gitops.repository;

import java.util.Optional;

/**
 * An environment of a repository.
 *
 * @param name as in {@code dev}
 * @param namespace of its applications; it need not end like the environment's name
 * @param valuesEnvironment whose value files it takes; its own unless set
 * @param clusterType chooses layers of the layout {@code globals}
 * @param nodeProfile chooses a layer of the layout {@code globals}
 * @param production whether the stricter rules hold
 */
public record Environment(
    String name,
    Optional<String> namespace,
    Optional<String> valuesEnvironment,
    Optional<String> clusterType,
    Optional<String> nodeProfile,
    boolean production) {

  /** An environment of which nothing but the name is known. */
  public static Environment of(String name) {
    return new Environment(
        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }
}
