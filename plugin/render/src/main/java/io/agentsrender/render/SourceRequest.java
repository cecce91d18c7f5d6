package io.agentsrender.render;

import io.agentsrender.gitops.ref.RefTarget;
import io.agentsrender.render.plan.Plan;
import io.agentsrender.render.repository.Repositories;
import io.agentsrender.render.request.RenderRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A source of an Application that Argo CD renders by itself.
 *
 * @param request its tree and folder, the facts, and what its tool is told
 * @param plan what the Application says, or what is found in the folder
 * @param repositories in which refs are found
 * @param self where it is; another revision of it cannot be referred to
 * @param refs the other sources by their names; there are no others
 */
public record SourceRequest(
    RenderRequest request,
    Plan plan,
    Repositories repositories,
    RefTarget.Remote self,
    Map<String, RefTarget> refs) {
  public SourceRequest {
    refs = Collections.unmodifiableMap(new LinkedHashMap<>(refs));
  }
}
