package io.agentsrender.source;

import static java.util.Objects.requireNonNull;

/**
 * A place in a file of a source tree, or in something that stands for one (such as a command-line
 * flag).
 *
 * @param file path inside the tree, or a name such as {@code --set}
 * @param line 1-based; 0 where only the file is known
 * @param column 1-based, in code points; 0 where only the line is known
 */
public record Position(String file, int line, int column) {
  public Position {
    requireNonNull(file, "file is null");
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("negative position " + line + ":" + column);
    }
  }

  /** The file as a whole. */
  public static Position ofFile(String file) {
    return new Position(file, 0, 0);
  }

  /** {@code file:line:column}, leaving out what is not known; the root of a tree is {@code .}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file.isEmpty() ? "." : file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
