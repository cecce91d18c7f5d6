package io.agentsrender.server.plugin;

import com.google.re2j.Pattern;
import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of Go's path/filepath.Glob: {@code *}, {@code ?} and {@code [a-z]} within a name,
 * {@code \} to quote.
 */
public final class PathGlob {
  private final String text;
  private final List<Name> names;

  /** One name of the pattern; {@code ..} is no pattern. */
  private record Name(String text, Pattern pattern) {}

  private PathGlob(String text, List<Name> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException where Go says "syntax error in pattern"
   */
  public static PathGlob parse(String text) {
    List<Name> names = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(new Name(name, Pattern.compile(GlobSyntax.nameToRegex(name), Pattern.DOTALL)));
      }
    }
    return new PathGlob(text, List.copyOf(names));
  }

  boolean matchesBelow(SourceTree tree, String folder) {
    return matches(tree, folder, 0);
  }

  private boolean matches(SourceTree tree, String folder, int at) {
    if (at == names.size()) {
      return true;
    }
    Name name = names.get(at);
    if (name.text().equals("..")) {
      return !folder.isEmpty() && matches(tree, TreePath.parent(folder), at + 1);
    }
    return tree.list(folder).stream()
        .filter(child -> name.pattern().matches(child))
        .anyMatch(child -> matches(tree, TreePath.join(folder, child), at + 1));
  }

  @Override
  public String toString() {
    return text;
  }
}
