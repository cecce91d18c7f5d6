package io.agentsrender.render.manifest;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * The patterns of {@code directory.include} and {@code exclude}: gobwas/glob without separators, so
 * that {@code *} goes over slashes. {@code {a,b}} stands for either.
 */
final class DirectoryGlob {
  private final String glob;
  private final StringBuilder regex = new StringBuilder("(?s)");
  private int at;
  private int depth;

  private DirectoryGlob(String glob) {
    this.glob = glob;
  }

  /** The pattern; nothing for one that is malformed, which matches nothing. */
  static Optional<Pattern> compile(String glob) {
    DirectoryGlob reader = new DirectoryGlob(glob);
    try {
      return reader.read()
          ? Optional.of(Pattern.compile(reader.regex.toString()))
          : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private boolean read() {
    while (at < glob.length()) {
      char c = glob.charAt(at++);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case '{' -> {
          depth++;
          regex.append("(?:");
        }
        case '}' -> {
          if (depth == 0) {
            literal(c);
          } else {
            depth--;
            regex.append(')');
          }
        }
        case ',' -> {
          if (depth == 0) {
            literal(c);
          } else {
            regex.append('|');
          }
        }
        case '[' -> {
          if (!readClass()) {
            return false;
          }
        }
        case '\\' -> {
          if (at == glob.length()) {
            return false;
          }
          literal(glob.charAt(at++));
        }
        default -> literal(c);
      }
    }
    return depth == 0;
  }

  private void literal(char c) {
    regex.append(Pattern.quote(String.valueOf(c)));
  }

  private boolean readClass() {
    boolean negated = at < glob.length() && glob.charAt(at) == '!';
    int start = negated ? at + 1 : at;
    int end = glob.indexOf(']', start);
    if (end <= start) {
      return false;
    }
    String members =
        glob.substring(start, end).replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^");
    regex.append(negated ? "[^" : "[").append(members).append(']');
    at = end + 1;
    return true;
  }
}
