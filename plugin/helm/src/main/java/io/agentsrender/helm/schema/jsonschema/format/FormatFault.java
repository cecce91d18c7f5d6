package io.agentsrender.helm.schema.jsonschema.format;

/** What is wrong with a text. */
final class FormatFault extends Exception {
  private static final long serialVersionUID = 1L;

  FormatFault(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
