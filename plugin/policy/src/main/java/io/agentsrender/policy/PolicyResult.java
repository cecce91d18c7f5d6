package io.agentsrender.policy;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.hook.HookReport;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.policy.scope.PolicyFacts;
import io.agentsrender.policy.scope.Rendering;
import io.agentsrender.source.Problem;
import java.util.List;

/**
 * What the policies made of a render.
 *
 * @param rendering the finished objects with the settings that hold for them
 * @param problems errors and warnings
 * @param images the table of images
 * @param hooks what Argo CD will do with the hooks of Helm
 */
public record PolicyResult(
    Rendering rendering, List<Problem> problems, List<ImageUse> images, List<HookReport> hooks) {
  public PolicyResult {
    problems = List.copyOf(problems);
    images = List.copyOf(images);
    hooks = List.copyOf(hooks);
  }

  /** Objects that no policy was applied to. */
  public static PolicyResult untouched(List<KubernetesObject> objects) {
    return new PolicyResult(
        new Rendering(objects, List.of(), PolicyFacts.of("")), List.of(), List.of(), List.of());
  }

  /** In the order of the render. */
  public List<KubernetesObject> objects() {
    return rendering.objects();
  }
}
