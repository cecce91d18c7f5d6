package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * What images must be like.
 *
 * @param requireDigest refuse every image without a digest
 * @param at where {@code requireDigest} was set
 * @param precedence whether images are written from the values or left as the chart renders them
 * @param components which container takes its image from which block of values; empty for the usual
 *     two, {@code controlPlane} and {@code controllers}
 * @param environment names of environment variables that hold images
 * @param exempt images that need no digest
 * @param lockstep components that must be of the same commit
 */
public record ImagePolicy(
    boolean requireDigest,
    Position at,
    Precedence precedence,
    List<ImageComponent> components,
    List<PlacedText> environment,
    List<ImageExemption> exempt,
    Optional<Lockstep> lockstep) {

  /** Who decides on an image. */
  public enum Precedence {
    /** The chart's templates. */
    CHART,
    /** The component's block of values, field by field, then the root's. */
    COMPONENT
  }

  public static final ImagePolicy OFF =
      new ImagePolicy(
          false,
          Position.ofFile(""),
          Precedence.CHART,
          List.of(),
          List.of(),
          List.of(),
          Optional.empty());

  public ImagePolicy {
    components = List.copyOf(components);
    environment = List.copyOf(environment);
    exempt = List.copyOf(exempt);
  }
}
