package io.agentsrender.policy.scope;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.source.Problem;
import java.util.List;

/** The objects after a policy, and what it found. */
public record Outcome(List<KubernetesObject> objects, List<Problem> problems) {
  public Outcome {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
  }
}
