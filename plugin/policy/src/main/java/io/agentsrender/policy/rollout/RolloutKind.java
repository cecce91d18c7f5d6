package io.agentsrender.policy.rollout;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.policy.workload.Nodes;
import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.util.List;
import java.util.Optional;

/** Whether the cluster will know Rollouts when it gets them. */
final class RolloutKind {
  private static final String WANTED = RolloutConversion.API_VERSION + "/" + RolloutConversion.KIND;
  private static final FieldPath GROUP = FieldPath.of("spec", "group");
  private static final FieldPath NAME = FieldPath.of("spec", "names", "kind");
  private static final FieldPath VERSIONS = FieldPath.of("spec", "versions");

  private RolloutKind() {}

  /**
   * What is wrong about it, if anything. The group's version alone proves nothing, for Argo CD's
   * own kinds share it.
   *
   * @param at where Rollouts were asked for
   */
  static Optional<Problem> check(Rendering rendering, Position at) {
    List<String> served = rendering.facts().apiVersions();
    if (served.contains(WANTED) || rendering.objects().stream().anyMatch(RolloutKind::defines)) {
      return Optional.empty();
    }
    String tried = "applying progressiveDelivery";
    if (!served.isEmpty()) {
      return Optional.of(
          Problem.error(tried, "the cluster does not have the kind " + WANTED)
              .withPlace(at)
              .withAdvice(
                  "Install Argo Rollouts first and name it among the API versions, or set"
                      + " progressiveDelivery.enabled=false."));
    }
    return Optional.of(
        Problem.warning(tried, "it is not known whether the cluster has the kind " + WANTED)
            .withPlace(at)
            .withAdvice("Name the cluster's API versions: --api-versions " + WANTED + "."));
  }

  private static boolean defines(KubernetesObject object) {
    return object.kind().equals("CustomResourceDefinition")
        && GROUP.text(object.node()).map("argoproj.io"::equals).orElse(false)
        && NAME.text(object.node()).map(RolloutConversion.KIND::equals).orElse(false)
        && VERSIONS
            .get(object.node())
            .map(versions ->
                Nodes.maps(versions)
                    .anyMatch(version ->
                        Nodes.text(version.get("name")).map("v1alpha1"::equals).orElse(false)))
            .orElse(false);
  }
}
