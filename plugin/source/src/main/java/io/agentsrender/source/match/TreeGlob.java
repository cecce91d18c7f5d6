package io.agentsrender.source.match;

import io.agentsrender.source.SourceTree;
import io.agentsrender.source.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds paths in a tree by Go's {@code filepath.Glob}: each name of the pattern is a {@link
 * PathPattern}. {@code ..} and {@code .} are resolved before anything is looked for, as {@code
 * filepath.Join} does it.
 */
public final class TreeGlob {
  private static final String ANY_FOLDERS = "**";

  private final String text;
  private final List<Name> names;
  private final int stepsUp;

  /** One name of the pattern. */
  private record Name(PathPattern pattern, boolean anyFolders) {}

  private TreeGlob(String text, boolean spans) throws MalformedPatternException {
    this.text = text;
    List<Name> names = new ArrayList<>();
    int stepsUp = 0;
    for (String name : text.split("/")) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          stepsUp++;
        } else {
          names.removeLast();
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        Name next = read(name, spans);
        boolean repeated = next.anyFolders && !names.isEmpty() && names.getLast().anyFolders;
        if (!repeated) {
          names.add(next);
        }
      }
    }
    if (!names.isEmpty() && names.getLast().anyFolders) {
      names.add(read("*", false));
    }
    this.names = List.copyOf(names);
    this.stepsUp = stepsUp;
  }

  private static Name read(String name, boolean spans) throws MalformedPatternException {
    PathPattern pattern = PathPattern.of(name);
    if (!pattern.isWellFormed()) {
      throw new MalformedPatternException("syntax error in pattern");
    }
    return new Name(pattern, spans && name.equals(ANY_FOLDERS));
  }

  /**
   * Reads a pattern.
   *
   * @throws MalformedPatternException where Go says "syntax error in pattern"
   */
  public static TreeGlob of(String pattern) throws MalformedPatternException {
    return new TreeGlob(pattern, false);
  }

  /**
   * As {@link #of}, and {@code **} as a whole name stands for any number of folders, none included.
   * Links are not followed there: they may lead in circles.
   */
  public static TreeGlob spanning(String pattern) throws MalformedPatternException {
    return new TreeGlob(pattern, true);
  }

  /** Whether a path holds a character that means something in patterns. */
  public static boolean isPattern(String path) {
    return path.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
  }

  /**
   * The files and folders that match, from the root of the tree: folder by folder and name by name
   * in the order of their characters, what a folder holds before what its folders hold. They are
   * looked for as they are taken from the stream.
   *
   * @param folder from which the pattern starts
   */
  public Stream<String> matches(SourceTree tree, String folder) {
    String start = folder;
    for (int step = 0; step < stepsUp; step++) {
      if (start.isEmpty()) {
        return Stream.empty();
      }
      start = TreePath.parent(start);
    }
    return below(tree, start, 0);
  }

  /**
   * As {@link #matches}, but as the pattern would write them: relative to the folder, with a {@code
   * ..} for every one that the pattern starts with.
   */
  public Stream<String> relativeMatches(SourceTree tree, String folder) {
    String start = folder;
    for (int step = 0; step < stepsUp; step++) {
      start = TreePath.parent(start);
    }
    int cut = start.isEmpty() ? 0 : start.length() + 1;
    return matches(tree, folder)
        .filter(path -> path.length() > cut)
        .map(path -> "../".repeat(stepsUp) + path.substring(cut));
  }

  private Stream<String> below(SourceTree tree, String folder, int at) {
    if (at == names.size()) {
      return Stream.of(folder);
    }
    Name name = names.get(at);
    if (!name.anyFolders) {
      return tree.list(folder).stream()
          .filter(child -> matches(name.pattern, child))
          .map(child -> TreePath.join(folder, child))
          .flatMap(path -> below(tree, path, at + 1));
    }
    return Stream.concat(
        below(tree, folder, at + 1),
        tree.list(folder).stream()
            .map(child -> TreePath.join(folder, child))
            .filter(path -> isOwnFolder(tree, path))
            .flatMap(path -> below(tree, path, at)));
  }

  private static boolean matches(PathPattern pattern, String name) {
    try {
      return pattern.matches(name);
    } catch (MalformedPatternException e) {
      throw new IllegalStateException("a pattern that was read is well-formed", e);
    }
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
