package io.agentsrender.source;

/**
 * How much a {@link Problem} matters: an error means there is no result, a warning lets the render
 * go on.
 */
public enum Severity {
  ERROR,
  WARNING
}
