package io.agentsrender.gotemplate.expression;

/** What a field is that a map does not have (the option {@code missingkey}). */
public enum MissingKey {
  /** No value at all: it prints as such, and its fields have no value either. */
  INVALID,
  /** The zero of the map's element type: Helm's choice. */
  ZERO,
  /** An error: Helm's choice for strict rendering. */
  ERROR
}
