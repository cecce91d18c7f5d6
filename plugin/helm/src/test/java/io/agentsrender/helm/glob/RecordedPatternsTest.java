package io.agentsrender.helm.glob;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agentsrender.helm.testing.JsonLines;
import io.agentsrender.helm.testing.JsonLines.Line;
import io.agentsrender.source.match.MalformedPatternException;
import io.agentsrender.source.match.PathPattern;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Patterns against what Go's library answers; recorded by {@code go run ./patterns} in
 * test-clusters/oracles/helm.
 */
class RecordedPatternsTest {
  private static final int PATTERNS = 1500;

  /** Answers whether a path matches. */
  private interface Matcher {
    boolean matches(String path) throws MalformedPatternException;
  }

  /** Reads a pattern. */
  private interface Compiler {
    Matcher compile(String pattern) throws MalformedPatternException;
  }

  @Test
  void pathPatternsMatchAsFilepathMatchDoes() {
    check("/glob/path-patterns.jsonl", pattern -> PathPattern.of(pattern)::matches);
  }

  @Test
  void fileGlobsMatchAsGobwasDoes() {
    check("/glob/file-globs.jsonl", RecordedPatternsTest::soundly);
  }

  /** Where the library itself goes wrong, there is no answer: templates get an error. */
  private static Matcher soundly(String pattern) throws MalformedPatternException {
    FileGlob glob = FileGlob.of(pattern);
    return path -> {
      if (!glob.isSoundFor(path)) {
        throw new UnsoundException();
      }
      return glob.matches(path);
    };
  }

  /** There is no answer. */
  private static final class UnsoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void check(String resource, Compiler compiler) {
    List<Line> lines = JsonLines.read(resource);
    assertEquals(PATTERNS, lines.size() - 1);
    List<?> paths = (List<?>) lines.getFirst().get("paths");
    assertAll(
        lines.stream()
            .skip(1)
            .map(line -> () -> checkPattern(compiler, line, paths == null ? List.of() : paths)));
  }

  private static char answer(Matcher matcher, String path) throws MalformedPatternException {
    try {
      return matcher.matches(path) ? '1' : '0';
    } catch (UnsoundException e) {
      return '?';
    }
  }

  private static void checkPattern(Compiler compiler, Line line, List<?> paths) {
    String pattern = line.text("pattern");
    StringBuilder answers = new StringBuilder();
    String expected = line.has("error") ? "error" : line.text("matches");
    try {
      Matcher matcher = compiler.compile(pattern);
      for (Object path : paths) {
        answers.append(answer(matcher, (String) path));
      }
    } catch (MalformedPatternException e) {
      answers.replace(0, answers.length(), "error");
    }
    StringBuilder comparable = new StringBuilder(expected);
    for (int i = answers.indexOf("?"); i >= 0; i = answers.indexOf("?", i + 1)) {
      comparable.setCharAt(i, '?');
    }
    assertEquals(comparable.toString(), answers.toString(), pattern);
  }
}
