package io.agentsrender.kustomize.load;

import java.util.ArrayList;
import java.util.List;

/** Paths as Go's path/filepath treats them, without looking at files. */
public final class PathNames {
  private PathNames() {}

  /** The shortest path that means the same; {@code .} for the empty one. */
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (name.equals("..") ? !rooted : !name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    String joined = String.join("/", names);
    if (rooted) {
      return "/" + joined;
    }
    return joined.isEmpty() ? "." : joined;
  }

  /** Both with a slash between, cleaned; empty parts do not count. */
  public static String join(String first, String second) {
    if (first.isEmpty() && second.isEmpty()) {
      return "";
    }
    return clean(first.isEmpty() ? second : second.isEmpty() ? first : first + "/" + second);
  }

  /** The last name; {@code .} for the empty path. */
  public static String base(String path) {
    String trimmed = path;
    while (trimmed.length() > 1 && trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    if (trimmed.isEmpty()) {
      return ".";
    }
    return trimmed.equals("/") ? "/" : trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
