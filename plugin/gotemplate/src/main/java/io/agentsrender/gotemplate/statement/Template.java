package io.agentsrender.gotemplate.statement;

import io.agentsrender.gotemplate.parse.node.Tree;
import org.jspecify.annotations.Nullable;

/** One template, made ready for execution when it is first executed. */
public final class Template {
  private final Tree tree;

  /** Made by whoever asks first; a race makes equal ones. */
  private volatile @Nullable Program program;

  public Template(Tree tree) {
    this.tree = tree;
  }

  public String name() {
    return tree.name();
  }

  /** The name of the text in which it stands. */
  public String fileName() {
    return tree.source().name();
  }

  /** Whether it holds nothing but white space, so that it replaces no other template. */
  public boolean isEmpty() {
    return tree.isEmpty();
  }

  /** What it was made from. */
  public Tree tree() {
    return tree;
  }

  Program program() {
    Program known = program;
    if (known == null) {
      known = Compiler.compile(tree);
      program = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name();
  }
}
