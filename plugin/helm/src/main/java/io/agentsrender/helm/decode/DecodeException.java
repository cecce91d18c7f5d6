package io.agentsrender.helm.decode;

import io.agentsrender.source.Position;

/** A piece of YAML does not fit the struct it is read into. */
public final class DecodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;

  public DecodeException(String message, Position position) {
    super(message, null, false, false);
    this.position = position;
  }

  /** The words of Go's encoding/json. */
  public String goText() {
    return String.valueOf(getMessage());
  }

  public Position position() {
    return position;
  }
}
