package io.agentsrender.server.rpc;

import io.agentsrender.render.RenderProgress;
import io.agentsrender.render.RenderResult;
import io.agentsrender.render.request.RenderRequest;
import io.agentsrender.source.cache.CacheUsage;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What renders. It is asked from many threads at once; an interrupt asks it to stop, and its budget
 * how long it may take.
 */
@FunctionalInterface
public interface Renderer {
  RenderResult render(RenderRequest request);

  /** The same, watched, where it lets itself be watched. */
  default RenderResult render(RenderRequest request, RenderProgress progress) {
    return render(request);
  }

  /** What it keeps between renders, by name. */
  default Map<String, Supplier<CacheUsage>> caches() {
    return Map.of();
  }
}
