package io.agentsrender.server.plugin;

/** Turns the two pattern languages of the official server into regular expressions. */
final class GlobSyntax {
  private GlobSyntax() {}

  /** One name of a path/filepath.Match pattern (Go's path/filepath/match.go). */
  static String nameToRegex(String name) {
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at++);
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        case '[' -> at = characterClass(name, at, regex);
        case '\\' -> {
          if (at == name.length()) {
            throw syntaxError(name, "it ends in a backslash");
          }
          literal(regex, name.charAt(at++));
        }
        default -> literal(regex, c);
      }
    }
    return regex.toString();
  }

  private static int characterClass(String name, int start, StringBuilder regex) {
    int at = start;
    regex.append('[');
    if (at < name.length() && name.charAt(at) == '^') {
      regex.append('^');
      at++;
    }
    int ranges = 0;
    while (at < name.length() && (name.charAt(at) != ']' || ranges == 0)) {
      at = rangeEnd(name, at, regex);
      if (at < name.length() && name.charAt(at) == '-') {
        regex.append('-');
        at = rangeEnd(name, at + 1, regex);
      }
      ranges++;
    }
    if (at == name.length()) {
      throw syntaxError(name, "a [ has no ]");
    }
    regex.append(']');
    return at + 1;
  }

  private static int rangeEnd(String name, int start, StringBuilder regex) {
    int at = start;
    if (at < name.length() && name.charAt(at) == '\\') {
      at++;
    } else if (at < name.length() && (name.charAt(at) == '-' || name.charAt(at) == ']')) {
      throw syntaxError(name, "a range has no start or no end");
    }
    if (at >= name.length()) {
      throw syntaxError(name, "a [ has no ]");
    }
    literal(regex, name.charAt(at));
    return at + 1;
  }

  /**
   * A pattern of the zglob library: {@code *} within a name, two of them before a slash for any
   * folders, {@code [a-z]}, and {@code {a,b}} in which nothing else is special. A question mark is
   * a plain one.
   */
  static String pathToRegex(String path) {
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
