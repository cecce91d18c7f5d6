package io.agentsrender.gotemplate.text;

/** Paths with slashes (Go's package path; path/filepath does the same on Unix). */
public final class GoPath {
  private GoPath() {}

  /** The last element; {@code .} for none, {@code /} for a path of slashes only. */
  public static String base(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return path.isEmpty() ? "." : "/";
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** All but the last element, cleaned. */
  public static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /** The last element's suffix, from its last dot on. */
  public static String ext(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  public static boolean isAbs(String path) {
    return path.startsWith("/");
  }

  /** The shortest path that means the same, by looking at the text only. */
  public static String clean(String path) {
    boolean rooted = isAbs(path);
    StringBuilder out = new StringBuilder(rooted ? "/" : "");
    int root = out.length();
    int fixed = root;
    for (String element : path.split("/", -1)) {
      if (element.isEmpty() || element.equals(".")) {
        continue;
      }
      if (element.equals("..") && out.length() > fixed) {
        out.setLength(Math.max(fixed, out.lastIndexOf("/")));
        continue;
      }
      if (element.equals("..") && rooted) {
        continue;
      }
      if (out.length() > root) {
        out.append('/');
      }
      out.append(element);
      if (element.equals("..")) {
        fixed = out.length();
      }
    }
    return out.isEmpty() ? "." : out.toString();
  }
}
