package io.agentsrender.server.socket;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import java.io.IOException;
import java.nio.file.Path;

/** A socket cannot be where it should be; the message says why and what to do. */
public final class UnusableSocketException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public UnusableSocketException(Path path, String reason, String advice) {
    super(path + ": " + reason + "; " + advice);
    problem =
        Problem.error("registering the plugin", reason)
            .withPlace(Position.ofFile(path.toString()))
            .withAdvice(advice);
  }

  /** The same for a person. */
  public Problem problem() {
    return problem;
  }
}
