package io.agentsrender.server;

import io.agentsrender.server.socket.UnusableSocketException;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import java.io.IOException;

/** Why a server could not start, for whoever reads the log of a container that restarts. */
final class StartFailure {
  private StartFailure() {}

  static RenderException of(IOException cause) {
    Problem problem =
        cause instanceof UnusableSocketException socket
            ? socket.problem()
            : Problem.error("starting to serve", String.valueOf(cause.getMessage()))
                .withAdvice(
                    "Choose another AGENTS_RENDER_METRICS_PORT, or stop what listens on it: the"
                        + " containers of a pod share their ports.");
    return new RenderException(problem, cause);
  }
}
