package io.agentsrender.helm.set;

import io.agentsrender.source.Problem;

/** The text of a set flag breaks the rules; the message is Helm's. */
final class SetSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem.Kind kind;

  SetSyntaxException(String message) {
    this(message, Problem.Kind.FAULT);
  }

  private SetSyntaxException(String message, Problem.Kind kind) {
    super(message);
    this.kind = kind;
  }

  /** A limit of this engine and nothing that Helm would say. */
  static SetSyntaxException notSupported(String what) {
    return new SetSyntaxException("not supported: " + what, Problem.Kind.NOT_SUPPORTED);
  }

  Problem.Kind kind() {
    return kind;
  }
}
