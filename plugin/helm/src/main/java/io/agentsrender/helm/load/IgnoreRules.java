package io.agentsrender.helm.load;

import io.agentsrender.source.Position;
import io.agentsrender.source.Problem;
import io.agentsrender.source.RenderException;
import io.agentsrender.source.TreePath;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a {@code .helmignore} file (ignore/rules.go). The first rule that applies decides. A
 * rule that starts with {@code !} ignores all that it does <em>not</em> match; so Helm has it.
 */
final class IgnoreRules {
  static final String FILE_NAME = ".helmignore";

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * One line.
   *
   * @param wholePath whether it is matched against the whole path, not the last name only
   */
  private record Rule(
      PathPattern pattern, boolean negated, boolean foldersOnly, boolean wholePath) {
    boolean ignores(String path, boolean folder) {
      if (foldersOnly && !folder) {
        return negated;
      }
      return matches(path) != negated;
    }

    private boolean matches(String path) {
      try {
        return pattern.matches(wholePath ? path : TreePath.name(path));
      } catch (MalformedPatternException e) {
        return false;
      }
    }
  }

  /**
   * Reads the rules of a file, to which the built-in one is added: dot files directly in {@code
   * templates/} are ignored.
   *
   * @param text the file; empty where there is none
   * @param source its path, for problems
   */
  static IgnoreRules of(String text, String source) {
    List<Rule> rules = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          rules.add(rule(line));
        } catch (MalformedPatternException e) {
          throw new RenderException(
              Problem.error(
                      "reading the ignore rule \"" + line + "\"", String.valueOf(e.getMessage()))
                  .withPlace(new Position(source, i + 1, 1))
                  .withAdvice("Use the patterns of Go's filepath.Match."));
        }
      }
    }
    rules.add(new Rule(PathPattern.of("templates/.?*"), false, false, true));
    return new IgnoreRules(List.copyOf(rules));
  }

  private static Rule rule(String line) throws MalformedPatternException {
    if (line.contains("**")) {
      throw new MalformedPatternException("double-star (**) syntax is not supported");
    }
    // Helm tries each rule on this word, and refuses it only where that fails.
    boolean _ = PathPattern.of(line).matches("abc");
    boolean negated = line.startsWith("!");
    String pattern = negated ? line.substring(1) : line;
    boolean foldersOnly = pattern.endsWith("/");
    if (foldersOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean wholePath = pattern.contains("/");
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    return new Rule(PathPattern.of(pattern), negated, foldersOnly, wholePath);
  }

  /** Whether a file or folder is to be left out. */
  boolean ignores(String path, boolean folder) {
    for (Rule rule : rules) {
      if (rule.ignores(path, folder)) {
        return true;
      }
    }
    return false;
  }
}
