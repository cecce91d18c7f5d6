package io.agentsrender.server.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * The environment a plugin command would run in: the sidecar's own, and above it that of the
 * request, in which a later entry hides an earlier one of the same name and empty values count
 * (cmpserver/plugin/plugin.go, environ, since 3.0).
 *
 * <p>Of the sidecar's own only what has one of Argo CD's prefixes is taken: the rest is this
 * process's business, and may be secret.
 */
public final class Environment {
  private final Map<String, String> entries;

  private Environment(Map<String, String> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  public static Environment of(
      Map<String, String> sidecar, Iterable<Entry<String, String>> request) {
    Map<String, String> entries = new LinkedHashMap<>();
    sidecar.forEach((name, value) -> {
      if (isForPlugins(name)) {
        entries.put(name, value);
      }
    });
    for (Entry<String, String> entry : request) {
      if (!entry.getKey().isEmpty()) {
        entries.put(entry.getKey(), entry.getValue());
      }
    }
    return new Environment(entries);
  }

  private static boolean isForPlugins(String name) {
    return name.startsWith("ARGOCD_ENV_") || name.startsWith("PARAM_") || name.startsWith("KUBE_");
  }

  /** The value; empty where there is none. */
  public String get(String name) {
    return entries.getOrDefault(name, "");
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  public Map<String, String> entries() {
    return entries;
  }
}
