package io.agentsrender.kustomize.override;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.kustomization.Replica;
import io.agentsrender.source.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code kustomize edit set replicas} (commands/edit/set/setreplicas.go). */
final class ReplicaOverride {
  private ReplicaOverride() {}

  /**
   * The list with the overrides in it, sorted by name; of several entries of one name the first is
   * kept.
   *
   * @param place for the overrides
   * @throws BuildFailure where a count is no whole number
   */
  static List<Replica> merge(Map<String, String> overrides, List<Replica> present, Position place) {
    TreeMap<String, Replica> replicas = new TreeMap<>();
    overrides.forEach((name, count) -> replicas.put(name, new Replica(name, parse(count), place)));
    present.forEach(replica -> replicas.putIfAbsent(replica.name(), replica));
    return List.copyOf(replicas.values());
  }

  private static long parse(String count) {
    try {
      return Long.parseLong(count);
    } catch (NumberFormatException e) {
      throw BuildFailure.of(
              "invalid format of replica, use the following format: <name>=<count>; the count is \""
                  + count
                  + "\"")
          .withAdvice("Give the workload a whole number of replicas.");
    }
  }
}
