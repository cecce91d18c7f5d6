package io.agentsrender.policy.workload;

import io.agentsrender.manifest.FieldPath;
import io.agentsrender.manifest.KubernetesObject;

/** Kinds that policies tell apart. */
public final class WorkloadKinds {
  private static final FieldPath ARGO_HOOK =
      FieldPath.of("metadata", "annotations", "argocd.argoproj.io/hook");
  private static final FieldPath HELM_HOOK =
      FieldPath.of("metadata", "annotations", "helm.sh/hook");

  private WorkloadKinds() {}

  public static boolean isDeployment(KubernetesObject object) {
    return object.kind().equals("Deployment") && object.group().equals("apps");
  }

  public static boolean isRollout(KubernetesObject object) {
    return object.kind().equals("Rollout") && object.group().equals("argoproj.io");
  }

  /** Whether it is a hook of Helm or of Argo CD. */
  public static boolean isHook(KubernetesObject object) {
    return ARGO_HOOK.get(object.node()).isPresent() || HELM_HOOK.get(object.node()).isPresent();
  }
}
