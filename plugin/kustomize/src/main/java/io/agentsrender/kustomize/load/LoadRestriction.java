package io.agentsrender.kustomize.load;

/** Which files a kustomization may name. */
public enum LoadRestriction {
  /** Those in or below its own folder. */
  ROOT_ONLY,
  /** Any in the repository. */
  NONE
}
