package io.agentsrender.check.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.agentsrender.manifest.KubernetesObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When Kubernetes deprecates an API, and when it serves it no more, as the libraries of its API say
 * and its deprecation guide repeats (<a
 * href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">deprecation guide</a>).
 * Written by {@code test-clusters/oracles/lifecycles/record}.
 *
 * @param deprecated the release
 * @param removed the first release without it; absent where that is not planned
 * @param replacement API version and kind; empty where there is none
 */
record ApiLifecycle(
    KubernetesRelease deprecated, Optional<KubernetesRelease> removed, String replacement) {
  private static final Map<String, ApiLifecycle> ALL = read();

  static Optional<ApiLifecycle> of(KubernetesObject object) {
    return Optional.ofNullable(ALL.get(object.apiVersion() + " " + object.kind()));
  }

  private static Map<String, ApiLifecycle> read() {
    String name = "api-lifecycles.tsv";
    try (InputStream table = requireNonNull(ApiLifecycle.class.getResourceAsStream(name), name);
        BufferedReader reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      Map<String, ApiLifecycle> all = new HashMap<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells ->
              all.put(
                  cells[0] + " " + cells[1],
                  new ApiLifecycle(
                      KubernetesRelease.parse(cells[2]).orElseThrow(),
                      KubernetesRelease.parse(cells[3]),
                      cells[4])));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
