package io.agentsrender.gotemplate.parse.node;

/**
 * One template: the whole of a parsed text without its definitions, or one definition in it.
 *
 * @param source the text that was parsed, also for a definition
 */
public record Tree(String name, TemplateText source, ListNode root, GoVersion version) {
  /** Whether it holds nothing but white space, so that it replaces no other definition. */
  public boolean isEmpty() {
    return root.isEmpty();
  }
}
