package io.agentsrender.check.suppression;

import io.agentsrender.check.finding.Finding;
import io.agentsrender.source.Position;

/**
 * A finding that somebody accepts.
 *
 * @param by where that is written
 * @param inSource whether it is written beside what is accepted, and not in the settings of the
 *     repository
 */
public record Suppressed(Finding finding, String reason, Position by, boolean inSource) {}
