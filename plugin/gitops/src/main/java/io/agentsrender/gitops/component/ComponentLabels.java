package io.agentsrender.gitops.component;

import io.agentsrender.gitops.field.PlacedText;
import java.util.Optional;

/**
 * What ApplicationSets select and order components by.
 *
 * @param dependencyPhase which kind of prerequisite it is: {@code crd}, {@code controllers}
 * @param componentType such as {@code operator} or {@code workload}
 * @param rolloutPhase three digits, as text: {@code 010} comes before {@code 120}
 * @param wave the older selector: {@code wave31}
 */
public record ComponentLabels(
    Optional<PlacedText> dependencyPhase,
    Optional<PlacedText> componentType,
    Optional<PlacedText> rolloutPhase,
    Optional<PlacedText> wave) {}
