package io.agentsrender.policy;

import io.agentsrender.manifest.KubernetesObject;
import io.agentsrender.policy.hook.HookReport;
import io.agentsrender.policy.image.ImageUse;
import io.agentsrender.source.Problem;
import java.util.List;

/**
 * What the policies made of a render.
 *
 * @param objects in the order of the render
 * @param problems errors and warnings
 * @param images the table of images
 * @param hooks what Argo CD will do with the hooks of Helm
 */
public record PolicyResult(
    List<KubernetesObject> objects,
    List<Problem> problems,
    List<ImageUse> images,
    List<HookReport> hooks) {
  public PolicyResult {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
    images = List.copyOf(images);
    hooks = List.copyOf(hooks);
  }
}
