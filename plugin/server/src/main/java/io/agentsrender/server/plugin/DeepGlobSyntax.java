package io.agentsrender.server.plugin;

/**
 * The pattern language of the zglob library, as a regular expression. It is none of Go's own: a
 * question mark and {@code ^} in a class mean other things, and braces mean something.
 */
final class DeepGlobSyntax {
  private DeepGlobSyntax() {}

  /**
   * A pattern of the zglob library: {@code *} within a name, two of them before a slash for any
   * folders, {@code [a-z]}, and {@code {a,b}} in which nothing else is special. A question mark is
   * a plain one.
   */
  static String toRegex(String path) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < path.length()) {
      char c = path.charAt(at);
      if (path.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (path.startsWith("!(", at)) {
        throw syntaxError(path, "!(...) is not supported");
      } else if (c == '*') {
        regex.append("[^/]*");
        at++;
      } else if (c == '\\' && at < path.length() - 2) {
        literal(regex, path.charAt(at + 1));
        at += 2;
      } else if (c == '[') {
        at = pathClass(path, at, regex);
      } else if (c == '{') {
        at = alternatives(path, at, regex);
      } else {
        literal(regex, c);
        at++;
      }
    }
    return regex.toString();
  }

  /** Without an end, the rest of the pattern is the class, and follows it once more. */
  private static int pathClass(String path, int start, StringBuilder regex) {
    int end = path.indexOf(']', start);
    String members = path.substring(start + 1, end < 0 ? path.length() : end);
    if (!members.isEmpty()) {
      regex.append('[').append(members).append(']');
    }
    return end < 0 ? start + 1 : end + 1;
  }

  /** Without an end, the rest of the pattern is the list, and follows it once more. */
  private static int alternatives(String path, int start, StringBuilder regex) {
    int end = path.indexOf('}', start);
    String names = path.substring(start + 1, end < 0 ? path.length() : end);
    if (names.isEmpty()) {
      literal(regex, end < 0 ? '{' : '}');
      return end < 0 ? start + 1 : end + 1;
    }
    regex.append("(?:");
    for (int i = 0; i < names.length(); i++) {
      if (names.charAt(i) == ',') {
        regex.append('|');
      } else {
        literal(regex, names.charAt(i));
      }
    }
    regex.append(')');
    return end < 0 ? start + 1 : end + 1;
  }

  private static void literal(StringBuilder regex, char c) {
    if (c < 128 && !Character.isLetterOrDigit(c)) {
      regex.append('\\');
    }
    regex.append(c);
  }

  private static IllegalArgumentException syntaxError(String pattern, String reason) {
    return new IllegalArgumentException("syntax error in pattern \"" + pattern + "\": " + reason);
  }
}
