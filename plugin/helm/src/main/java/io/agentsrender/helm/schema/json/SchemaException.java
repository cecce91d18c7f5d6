package io.agentsrender.helm.schema.json;

/** A schema nothing can be checked against; the message is what the library would say. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message, null, false, false);
  }
}
