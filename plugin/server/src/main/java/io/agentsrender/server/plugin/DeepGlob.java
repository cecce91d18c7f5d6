package io.agentsrender.server.plugin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A pattern of the zglob library (mattn/go-zglob), in which {@code **} spans folders. The official
 * server has it for {@code find.glob} and Go's own patterns for {@code fileName}: they are two
 * languages, and so {@link io.agentsrender.source.match.TreeGlob} is not this one.
 */
public final class DeepGlob {
  private final String text;
  private final String path;
  private final Optional<Pattern> pattern;

  private DeepGlob(String text, String path, Optional<Pattern> pattern) {
    this.text = text;
    this.path = path;
    this.pattern = pattern;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static DeepGlob parse(String text) {
    String path =
        TreePath.resolve(TreePath.ROOT, text)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "pattern \"" + text + "\" leads out of the application"));
    if (path.indexOf('*') < 0 && path.indexOf('{') < 0) {
      return new DeepGlob(text, path, Optional.empty());
    }
    try {
      Pattern regex = Pattern.compile(DeepGlobSyntax.toRegex(path), Pattern.DOTALL);
      return new DeepGlob(text, path, Optional.of(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "syntax error in pattern \"" + text + "\": " + e.getDescription(), e);
    }
  }

  boolean matchesBelow(SourceTree tree, String folder) {
    return pattern
        .map(regex -> anyMatch(tree, folder, regex))
        .orElseGet(() -> tree.exists(TreePath.join(folder, path)));
  }

  /** Links are looked at and not gone into, as zglob does it. */
  private static boolean anyMatch(SourceTree tree, String folder, Pattern regex) {
    Deque<String> open = new ArrayDeque<>();
    open.push(TreePath.ROOT);
    while (!open.isEmpty()) {
      String below = open.pop();
      for (String name : tree.list(TreePath.join(folder, below))) {
        String path = TreePath.join(below, name);
        if (regex.matches(path)) {
          return true;
        }
        if (isOwnFolder(tree, TreePath.join(folder, path))) {
          open.push(path);
        }
      }
    }
    return false;
  }

  private static boolean isOwnFolder(SourceTree tree, String path) {
    String parent = tree.realPath(TreePath.parent(path)).orElse(TreePath.ROOT);
    String straight = TreePath.join(parent, TreePath.name(path));
    return tree.isFolder(straight) && tree.realPath(straight).equals(Optional.of(straight));
  }

  @Override
  public String toString() {
    return text;
  }
}
