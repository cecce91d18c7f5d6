package io.agentsrender.helm.lint;

import io.agentsrender.source.Position;
import java.util.Optional;

/**
 * One thing that {@code helm lint} says.
 *
 * @param path what Helm puts before the text: a file of the chart, a folder with a slash at its
 *     end, {@link #CHART_FOLDER}, or nothing
 * @param text in Helm's words
 * @param place where it stands in the repository
 */
public record LintMessage(Severity severity, String path, String text, Optional<Position> place) {
  /** Stands for the chart's own folder, which Helm names by its absolute path. */
  public static final String CHART_FOLDER = ".";

  /** How much it matters, least first. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }

  /** As Helm prints it. */
  @Override
  public String toString() {
    return "[" + severity + "] " + path + ": " + text;
  }
}
