package io.agentsrender.helm.set;

/** The text of a set flag breaks the rules; the message is Helm's. */
final class SetSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SetSyntaxException(String message) {
    super(message);
  }
}
