package io.agentsrender.yaml;

import io.agentsrender.source.Position;

/**
 * A value in a YAML document, with the place where it was written. Nodes are immutable and may be
 * shared: an alias is the very node of its anchor.
 */
public abstract sealed class Node permits MapNode, ListNode, ScalarNode {
  private final String file;
  private final int line;
  private final int column;

  Node(String file, int line, int column) {
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** Where it starts, its tag or anchor included. */
  public Position position() {
    return new Position(file, line, column);
  }

  public String file() {
    return file;
  }

  /** 1-based; 0 where it is not known. */
  public int line() {
    return line;
  }

  /** 1-based, in code points; 0 where it is not known. */
  public int column() {
    return column;
  }

  /** For messages: {@code a map}, {@code a list}, {@code a string} and so on. */
  public abstract String describe();
}
