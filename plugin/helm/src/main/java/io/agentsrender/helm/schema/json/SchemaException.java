package io.agentsrender.helm.schema.json;

import io.agentsrender.source.Problem;

/** A schema nothing can be checked against; the message is what the library would say. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem.Kind kind;

  public SchemaException(String message) {
    this(message, Problem.Kind.FAULT);
  }

  private SchemaException(String message, Problem.Kind kind) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** What the library checks and we do not, or not surely as it does. */
  public static SchemaException notSupported(String what) {
    return new SchemaException("not supported: " + what, Problem.Kind.NOT_SUPPORTED);
  }

  public Problem.Kind kind() {
    return kind;
  }
}
