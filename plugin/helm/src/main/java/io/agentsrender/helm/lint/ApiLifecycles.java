package io.agentsrender.helm.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.agentsrender.helm.profile.HelmProfile;
import io.agentsrender.helm.profile.KubernetesVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deprecations that each Helm knows of: those of the Kubernetes library that it is built with
 * (apiserver, endpoints/deprecation). Written by {@code test-clusters/oracles/lifecycles/record}.
 */
final class ApiLifecycles {
  private static final Map<HelmProfile, Map<String, Lifecycle>> KNOWN = read();

  /**
   * The later life of an API.
   *
   * @param deprecated the release of Kubernetes, as in {@code 1.16}
   * @param removed the same; empty where that is not planned
   * @param replacement API version and kind; empty where there is none
   */
  private record Lifecycle(String deprecated, String removed, String replacement) {}

  private ApiLifecycles() {}

  /** The warning about an API that is deprecated in a version of Kubernetes. */
  static Optional<String> warning(
      HelmProfile profile, KubernetesVersion version, String apiVersion, String kind) {
    String name = apiVersion + " " + kind;
    return Optional.ofNullable(requireNonNull(KNOWN.get(profile)).get(name))
        .filter(lifecycle -> isReached(lifecycle.deprecated, version))
        .map(lifecycle ->
            name
                + " is deprecated in v"
                + lifecycle.deprecated
                + "+"
                + (lifecycle.removed.isEmpty()
                    ? ""
                    : ", unavailable in v" + lifecycle.removed + "+")
                + (lifecycle.replacement.isEmpty() ? "" : "; use " + lifecycle.replacement));
  }

  private static boolean isReached(String release, KubernetesVersion version) {
    int major = Integer.parseInt(release.substring(0, release.indexOf('.')));
    int minor = Integer.parseInt(release.substring(release.indexOf('.') + 1));
    int otherMajor = Integer.parseInt(version.major());
    return major < otherMajor || major == otherMajor && minor <= Integer.parseInt(version.minor());
  }

  private static Map<HelmProfile, Map<String, Lifecycle>> read() {
    Map<HelmProfile, Map<String, Lifecycle>> known = new EnumMap<>(HelmProfile.class);
    for (HelmProfile profile : HelmProfile.values()) {
      known.put(profile, new HashMap<>());
    }
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      for (String helm : cells[0].split(",")) {
        requireNonNull(known.get(HelmProfile.of(helm)))
            .put(cells[1] + " " + cells[2], new Lifecycle(cells[4], cells[5], cells[6]));
      }
    }
    return known;
  }

  private static List<String> lines() {
    String name = "api-lifecycles.tsv";
    try (InputStream table = requireNonNull(ApiLifecycles.class.getResourceAsStream(name), name);
        BufferedReader reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
