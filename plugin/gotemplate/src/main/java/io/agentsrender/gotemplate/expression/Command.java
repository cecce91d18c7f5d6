package io.agentsrender.gotemplate.expression;

import io.agentsrender.gotemplate.parse.node.Node;

/** A value, or a function and its arguments, without what the pipeline hands over. */
final class Command {
  /** No arguments at all. */
  static final Expression[] NONE = {};

  /** What errors of the call quote. */
  final Node node;

  final Expression first;
  final Expression[] arguments;

  Command(Node node, Expression first, Expression[] arguments) {
    this.node = node;
    this.first = first;
    this.arguments = arguments;
  }

  /** Stands where the pipeline hands over nothing (text/template/exec.go, missingVal). */
  enum Piped {
    NOTHING
  }
}
