package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import java.util.List;

/**
 * Components that go from version to version together.
 *
 * @param components at least two
 * @param environments in which the rule holds; empty for all
 * @param allowCanary components that may be of another commit for the time of a promotion
 */
public record Lockstep(
    List<PlacedText> components,
    List<PlacedText> environments,
    List<PlacedText> allowCanary,
    Position at) {
  public Lockstep {
    components = List.copyOf(components);
    environments = List.copyOf(environments);
    allowCanary = List.copyOf(allowCanary);
  }

  public boolean mayDiffer(String component) {
    return allowCanary.stream().anyMatch(name -> name.text().equals(component));
  }
}
