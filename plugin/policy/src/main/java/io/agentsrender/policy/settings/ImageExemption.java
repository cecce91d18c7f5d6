package io.agentsrender.policy.settings;

import io.agentsrender.source.Position;
import java.util.Optional;

/**
 * Images that need no digest: all given parts must fit.
 *
 * @param repository a repository, {@code *} standing for anything
 */
public record ImageExemption(
    Optional<String> repository,
    Optional<String> workload,
    Optional<String> container,
    Position at) {

  public boolean covers(String repository, String workload, String container) {
    return this.repository.map(wanted -> matches(wanted, repository)).orElse(true)
        && this.workload.map(workload::equals).orElse(true)
        && this.container.map(container::equals).orElse(true);
  }

  /** A glob that knows only stars. */
  private static boolean matches(String glob, String text) {
    String[] parts = glob.split("\\*+", -1);
    if (parts.length == 1) {
      return glob.equals(text);
    }
    int from = parts[0].length();
    if (!text.startsWith(parts[0])) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], from);
      if (found < 0) {
        return false;
      }
      from = found + parts[i].length();
    }
    String last = parts[parts.length - 1];
    return text.length() - last.length() >= from && text.endsWith(last);
  }
}
