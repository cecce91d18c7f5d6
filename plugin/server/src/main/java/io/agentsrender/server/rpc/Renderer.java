package io.agentsrender.server.rpc;

import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.RenderRequest;

/**
 * What renders. It is asked from many threads at once; an interrupt asks it to stop, and its budget
 * how long it may take.
 */
@FunctionalInterface
public interface Renderer {
  RenderResult render(RenderRequest request);
}
