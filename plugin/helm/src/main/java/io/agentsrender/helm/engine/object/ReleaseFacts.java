package io.agentsrender.helm.engine.object;

/**
 * What templates see as {@code .Release}.
 *
 * @param install whether it is the first one of its name
 * @param upgrade whether it follows another one
 * @param revision 1 for the first one
 */
public record ReleaseFacts(
    String name, String namespace, boolean install, boolean upgrade, int revision) {

  /** A release that {@code helm template} pretends to make. */
  public static ReleaseFacts ofTemplate(String name, String namespace, boolean upgrade) {
    return new ReleaseFacts(name, namespace, !upgrade, upgrade, 1);
  }

  /** A release of {@code helm lint}, which is neither installed nor upgraded. */
  public static ReleaseFacts ofLint(String namespace) {
    return new ReleaseFacts("test-release", namespace, false, false, 0);
  }
}
