package io.agentsrender.policy.settings;

import java.util.Optional;

/**
 * One row of {@code imagePolicy.components}.
 *
 * @param name of the component, such as {@code controllers}
 * @param workload the object's name; by default the one that the component's name selects
 * @param container by default the one of the component's or the workload's name, else the first
 * @param values path of the component's image in the values, such as {@code controllers.image}
 */
public record ImageComponent(
    PlacedText name,
    Optional<PlacedText> workload,
    Optional<PlacedText> container,
    PlacedText values) {

  /** The component's own block of values: {@code controllers} for {@code controllers.image}. */
  public String block() {
    int dot = values.text().lastIndexOf('.');
    return dot < 0 ? "" : values.text().substring(0, dot);
  }
}
