package io.agentsrender.gitops.ref;

import java.util.Optional;

/**
 * A path that starts with a ref: {@code $values/dev/web.yaml}. A ref is only known at the very
 * start, as in Argo CD.
 *
 * @param ref the name without {@code $}
 * @param path from the root of what the ref stands for
 */
public record RefPath(String ref, String path) {
  /** The path, or nothing where the text does not start with {@code $}. */
  public static Optional<RefPath> parse(String text) {
    if (!text.startsWith("$")) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(
        slash < 0
            ? new RefPath(text.substring(1), "")
            : new RefPath(text.substring(1, slash), text.substring(slash + 1)));
  }
}
