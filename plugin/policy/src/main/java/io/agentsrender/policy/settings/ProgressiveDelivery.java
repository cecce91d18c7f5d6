package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import io.agentsrender.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Which Deployments become Rollouts, and how these proceed.
 *
 * @param at where it was turned on
 * @param steps of the canary; empty for the default
 * @param components which workloads; empty for all Deployments
 * @param exclude workloads that stay Deployments
 * @param recreateAllowed whether a Deployment that recreates its pods may become a Rollout
 * @param scaleDown when the Rollouts controller scales down a Deployment that it takes over
 * @param deploymentReplicas written into a Deployment that stays beside its Rollout
 */
public record ProgressiveDelivery(
    boolean enabled,
    Position at,
    List<Node> steps,
    List<PlacedText> components,
    List<PlacedText> exclude,
    Mode mode,
    boolean recreateAllowed,
    ScaleDown scaleDown,
    Optional<Long> deploymentReplicas) {

  /** Whose controllers can do it. */
  public enum Provider {
    ARGO_ROLLOUTS
  }

  /** What becomes of the Deployment. */
  public enum Mode {
    /** It becomes the Rollout. */
    CONVERT,
    /** It stays, and a Rollout of the same name refers to it. */
    WORKLOAD_REF("workloadRef");

    private final String written;

    Mode() {
      this.written = name();
    }

    Mode(String written) {
      this.written = written;
    }

    @Override
    public String toString() {
      return written;
    }
  }

  /** What to do with Deployments of the strategy Recreate. */
  public enum Recreate {
    REFUSE,
    ALLOW
  }

  /** As {@code spec.workloadRef.scaleDown} of a Rollout. */
  public enum ScaleDown {
    NEVER,
    ONSUCCESS,
    PROGRESSIVELY
  }

  public static final ProgressiveDelivery OFF =
      new ProgressiveDelivery(
          false,
          Position.ofFile(""),
          List.of(),
          List.of(),
          List.of(),
          Mode.CONVERT,
          false,
          ScaleDown.NEVER,
          Optional.empty());

  public ProgressiveDelivery {
    steps = List.copyOf(steps);
    components = List.copyOf(components);
    exclude = List.copyOf(exclude);
  }
}
