package io.agentsrender.gitops.repository;

import io.agentsrender.gitops.field.PlacedText;
import java.util.Optional;

/**
 * Findings of {@code check} that are accepted.
 *
 * @param rule whose findings
 * @param path only those that stand in this file, in this folder, or in the application of this
 *     folder; {@code *} stands for part of a name, {@code **} for any folders
 * @param object only those about this object, as {@code check} names it; {@code *} stands for part
 *     of a name
 * @param reason for people
 */
public record Suppression(
    PlacedText rule, Optional<PlacedText> path, Optional<PlacedText> object, PlacedText reason) {}
