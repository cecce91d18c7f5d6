package io.agentsrender.gitops.applicationset.generator;

import com.google.re2j.Pattern;

/**
 * Which files {@code git ls-files -- PATTERN} lists, the way in which Argo CD finds the files of a
 * generator unless told otherwise: {@code *} goes over slashes, and a name without a wildcard also
 * stands for all below it.
 */
final class GitPathspec {
  private final String literal;
  private final boolean isGlob;
  private final Pattern pattern;

  private GitPathspec(String literal, boolean isGlob, Pattern pattern) {
    this.literal = literal;
    this.isGlob = isGlob;
    this.pattern = pattern;
  }

  static GitPathspec of(String text) {
    String path = text.startsWith("./") ? text.substring(2) : text;
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    boolean glob = path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
    return new GitPathspec(path, glob, Pattern.compile(regex(path)));
  }

  boolean matches(String file) {
    if (literal.isEmpty() || file.equals(literal) || file.startsWith(literal + "/")) {
      return true;
    }
    return isGlob && pattern.matches(file);
  }

  /** See wildmatch.c of git, without WM_PATHNAME. */
  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder("(?s)");
    int at = 0;
    while (at < glob.length()) {
      char c = glob.charAt(at++);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case '\\' -> {
          if (at < glob.length()) {
            regex.append(Pattern.quote(glob.substring(at, ++at)));
          }
        }
        case '[' -> {
          int end =
              glob.indexOf(']', at + (at < glob.length() && isNegation(glob.charAt(at)) ? 2 : 1));
          if (end < 0) {
            return "[^\\x00-\\x{10FFFF}]";
          }
          boolean negated = isNegation(glob.charAt(at));
          String members = glob.substring(negated ? at + 1 : at, end).replace("\\", "\\\\");
          regex.append(negated ? "[^" : "[").append(members.replace("[", "\\[")).append(']');
          at = end + 1;
        }
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }
}
