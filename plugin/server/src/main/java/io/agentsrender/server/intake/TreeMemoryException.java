package io.agentsrender.server.intake;

import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/** A repository takes more memory than is left beside those in use. */
public final class TreeMemoryException extends RenderException {
  private static final long serialVersionUID = 1L;

  TreeMemoryException(Problem problem) {
    super(problem);
  }
}
