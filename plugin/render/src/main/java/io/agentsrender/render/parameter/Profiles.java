package io.agentsrender.render.parameter;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.kustomize.profile.KustomizeProfile;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;

/** Chooses the versions of the tools to be exact with. */
public final class Profiles {
  private Profiles() {}

  public static HelmProfile helm(ParameterValues parameters) {
    return parameters
        .string(ParameterTable.HELM_VERSION)
        .map(HelmProfile::of)
        .orElse(HelmProfile.DEFAULT);
  }

  public static KustomizeProfile kustomize(ParameterValues parameters) {
    return parameters
        .string(ParameterTable.KUSTOMIZE_VERSION)
        .map(Profiles::kustomize)
        .orElse(KustomizeProfile.DEFAULT);
  }

  /**
   * The profile of a version such as 5.8 or v5.8.1.
   *
   * @throws RenderException where there is none
   */
  public static KustomizeProfile kustomize(String version) {
    return KustomizeProfile.of(version).orElseThrow(() -> unknown(version));
  }

  private static RenderException unknown(String version) {
    return new RenderException(
        Problem.notSupported(
                "choosing the kustomize version \"" + version + "\"", "it is not supported")
            .withAdvice("Choose one of " + String.join(", ", KustomizeProfile.versions()) + "."));
  }
}
