package io.agentsrender.check.suppression;

import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.List;

/** A path in which {@code *} stands for part of a name and {@code **} for any folders. */
final class PathGlob {
  private static final String ANY_FOLDERS = "**";

  private final List<String> names;

  PathGlob(String path) {
    this.names = List.of(path.replaceFirst("^/+", "").replaceFirst("/+$", "").split("/+", -1));
  }

  /** Whether it is the path of that file or folder, or of a folder around it. */
  boolean covers(String path) {
    return covers(names, List.of(path.split("/", -1)));
  }

  private static boolean covers(List<String> names, List<String> path) {
    if (names.isEmpty()) {
      return true;
    }
    List<String> rest = names.subList(1, names.size());
    if (names.getFirst().equals(ANY_FOLDERS)) {
      for (int i = 0; i <= path.size(); i++) {
        if (covers(rest, path.subList(i, path.size()))) {
          return true;
        }
      }
      return false;
    }
    return !path.isEmpty()
        && matches(names.getFirst(), path.getFirst())
        && covers(rest, path.subList(1, path.size()));
  }

  /** A pattern that is none matches nothing but itself. */
  static boolean matches(String pattern, String text) {
    try {
      return pattern.equals(text) || PathPattern.of(pattern).matches(text);
    } catch (MalformedPatternException e) {
      return false;
    }
  }
}
