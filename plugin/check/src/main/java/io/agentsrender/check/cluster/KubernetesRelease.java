package io.agentsrender.check.cluster;

import io.agentsrender.check.subject.Subject;
import io.agentsrender.helm.profile.Capabilities;
import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.render.parameter.ParameterTable;
import io.agentsrender.source.RenderException;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minor release of Kubernetes, such as 1.34. */
record KubernetesRelease(int major, int minor) implements Comparable<KubernetesRelease> {
  private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4}).*");

  private static final Comparator<KubernetesRelease> ORDER =
      Comparator.comparingInt(KubernetesRelease::major).thenComparingInt(KubernetesRelease::minor);

  static Optional<KubernetesRelease> parse(String version) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.matches()
        ? Optional.of(
            new KubernetesRelease(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))))
        : Optional.empty();
  }

  /** That of the cluster, or the one that the chosen Helm takes for granted. */
  static KubernetesRelease of(Subject subject) {
    return subject
        .cluster()
        .kubeVersion()
        .flatMap(KubernetesRelease::parse)
        .orElseGet(() ->
            parse(Capabilities.defaults(profile(subject)).kubernetes().version()).orElseThrow());
  }

  private static HelmProfile profile(Subject subject) {
    try {
      return subject
          .request()
          .parameters()
          .string(ParameterTable.HELM_VERSION)
          .map(HelmProfile::of)
          .orElse(HelmProfile.DEFAULT);
    } catch (RenderException e) {
      // The render says that there is no such version.
      return HelmProfile.DEFAULT;
    }
  }

  boolean isAtLeast(KubernetesRelease other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(KubernetesRelease other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
