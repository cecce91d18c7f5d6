package io.agentsrender.gitops.applicationset.generator;

import com.google.re2j.Pattern;
import java.util.Optional;

/** {@code path.Match} of Go: {@code *} and {@code ?} stop at a slash. */
final class GoPathMatch {
  private GoPathMatch() {}

  /** Whether the whole path matches; a pattern that is malformed matches nothing. */
  static boolean matches(String pattern, String path) {
    return regex(pattern).map(regex -> Pattern.matches(regex, path)).orElse(false);
  }

  private static Optional<String> regex(String glob) {
    StringBuilder regex = new StringBuilder("(?s)");
    int at = 0;
    while (at < glob.length()) {
      char c = glob.charAt(at++);
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '?' -> regex.append("[^/]");
        case '\\' -> {
          if (at == glob.length()) {
            return Optional.empty();
          }
          regex.append(Pattern.quote(glob.substring(at, ++at)));
        }
        case '[' -> {
          boolean negated = at < glob.length() && glob.charAt(at) == '^';
          int start = negated ? at + 1 : at;
          int end = glob.indexOf(']', start);
          if (end <= start) {
            return Optional.empty();
          }
          String members = glob.substring(start, end).replace("[", "\\[");
          regex.append(negated ? "[^" : "[").append(members).append(']');
          at = end + 1;
        }
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Optional.of(regex.toString());
  }
}
