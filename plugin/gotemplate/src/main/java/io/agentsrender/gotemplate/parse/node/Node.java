package io.agentsrender.gotemplate.parse.node;

/**
 * A piece of a parsed template (text/template/parse/node.go): immutable. Text and names are byte
 * strings.
 */
public sealed interface Node permits Statement, Operand, PipeNode, CommandNode, ListNode {
  /** Index of its first byte in the template's text, as Go sets it for this sort of node. */
  int pos();

  /** Writes the node as errors quote it. */
  void writeTo(StringBuilder out, GoVersion version);
}
