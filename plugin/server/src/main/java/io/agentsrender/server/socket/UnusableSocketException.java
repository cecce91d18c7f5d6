package io.agentsrender.server.socket;

import java.io.IOException;

/** A socket cannot be where it should be; the message says why and what to do. */
public final class UnusableSocketException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnusableSocketException(String message) {
    super(message);
  }
}
