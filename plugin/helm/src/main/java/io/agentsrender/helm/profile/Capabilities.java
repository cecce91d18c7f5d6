package io.agentsrender.helm.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a chart may know of the cluster.
 *
 * @param kubernetes the cluster's version
 * @param apiVersions {@code group/version} and {@code group/version/Kind} names, in Helm's order
 */
public record Capabilities(KubernetesVersion kubernetes, List<String> apiVersions) {
  private static final Map<HelmProfile, Capabilities> DEFAULTS = readDefaults();

  public Capabilities {
    apiVersions = List.copyOf(apiVersions);
  }

  /** What that Helm assumes where nothing is said: the Kubernetes its client library belongs to. */
  public static Capabilities defaults(HelmProfile profile) {
    return requireNonNull(DEFAULTS.get(profile));
  }

  public Capabilities withKubernetes(KubernetesVersion version) {
    return new Capabilities(version, apiVersions);
  }

  /** With more API versions behind those it has. */
  public Capabilities plusApiVersions(List<String> more) {
    List<String> all = new ArrayList<>(apiVersions);
    all.addAll(more);
    return new Capabilities(kubernetes, all);
  }

  private static Map<HelmProfile, Capabilities> readDefaults() {
    Map<HelmProfile, Capabilities> defaults = new EnumMap<>(HelmProfile.class);
    for (HelmProfile profile : HelmProfile.values()) {
      List<String> lines = readLines("default-capabilities-" + profile.minor() + ".txt");
      defaults.put(
          profile,
          new Capabilities(
              KubernetesVersion.ofRelease(lines.getFirst()), lines.subList(1, lines.size())));
    }
    return defaults;
  }

  private static List<String> readLines(String name) {
    try (InputStream table = requireNonNull(Capabilities.class.getResourceAsStream(name), name);
        BufferedReader reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
