package io.agentsrender.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Paths inside a {@link SourceTree}: relative to its root, {@code /} between names, no {@code .},
 * {@code ..} or empty name; the root is the empty string.
 */
public final class TreePath {
  public static final String ROOT = "";

  private TreePath() {}

  /**
   * Resolves {@code path} against {@code folder}, as a shell standing in that folder would; a
   * leading {@code /} starts from the root of the tree.
   *
   * @return the path inside the tree, or empty where it would leave the root
   */
  public static Optional<String> resolve(String folder, String path) {
    Deque<String> names = new ArrayDeque<>();
    if (!path.startsWith("/") && !step(names, folder)) {
      return Optional.empty();
    }
    return step(names, path) ? Optional.of(String.join("/", names)) : Optional.empty();
  }

  private static boolean step(Deque<String> names, String path) {
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String name = path.substring(start, end);
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          return false;
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
      start = end + 1;
    }
    return true;
  }

  /**
   * Like {@link #resolve}, for paths that must stay inside.
   *
   * @throws RenderException where the path leaves the root
   */
  public static String confine(String folder, String path, String tried) {
    return resolve(folder, path)
        .orElseThrow(() ->
            new RenderException(
                Problem.error(
                        tried,
                        "the path \""
                            + path
                            + "\" leads out of the repository from "
                            + describe(folder))
                    .withAdvice("Use a path that stays inside the repository.")));
  }

  /** {@code child} below {@code folder}; neither is checked. */
  public static String join(String folder, String child) {
    if (folder.isEmpty()) {
      return child;
    }
    return child.isEmpty() ? folder : folder + "/" + child;
  }

  /** The folder that holds {@code path}; the root's parent is the root. */
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? ROOT : path.substring(0, slash);
  }

  /** The last name of {@code path}; empty for the root. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether {@code path} is {@code folder} or stands below it. */
  public static boolean isWithin(String folder, String path) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  /** The path for people: the root has a name too. */
  public static String describe(String path) {
    return path.isEmpty() ? "the root of the repository" : "\"" + path + "\"";
  }
}
