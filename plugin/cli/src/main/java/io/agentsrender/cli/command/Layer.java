package io.agentsrender.cli.command;

import io.agentsrender.render.application.ApplicationCatalog.Listed;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A layer of a repository, as people name it.
 *
 * @param name a Helmfile layer, a label, a rollout phase, a band of phases such as {@code 1xx}, or
 *     a wave
 * @param releases of the Helmfile layer of that name
 */
record Layer(String name, Set<String> releases) {
  private static final Pattern BAND = Pattern.compile("[0-9]xx|[0-9]{2}x");

  boolean has(Listed listed) {
    Map<String, String> labels = listed.application().labels();
    String phase = listed.rollout().phase();
    return name.equals(labels.get("layer"))
        || name.equals(labels.get("wave"))
        || name.equals(phase)
        || BAND.matcher(name).matches() && phase.startsWith(name.replace("x", ""))
        || releases.stream().anyMatch(release -> isOf(listed.application().name(), release));
  }

  /** Applications are named after their environment and their component. */
  private static boolean isOf(String application, String release) {
    return application.equals(release) || application.endsWith("-" + release);
  }
}
