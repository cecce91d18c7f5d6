package io.agentsrender.yaml;

import io.agentsrender.source.Position;
import java.util.List;

/** A sequence. */
public final class ListNode extends Node {
  private final List<Node> items;
  private final boolean flow;

  public ListNode(List<? extends Node> items, Position at) {
    this(items, false, at.file(), at.line(), at.column());
  }

  /**
   * A list as the reader finds it.
   *
   * @param flow whether it is written in brackets
   */
  public ListNode(List<? extends Node> items, boolean flow, String file, int line, int column) {
    super(file, line, column);
    this.items = List.copyOf(items);
    this.flow = flow;
  }

  /** Whether it is written in brackets. */
  public boolean isFlow() {
    return flow;
  }

  public List<Node> items() {
    return items;
  }

  public int size() {
    return items.size();
  }

  /** The same place with other items. */
  public ListNode withItems(List<? extends Node> items) {
    return new ListNode(items, flow, file(), line(), column());
  }

  @Override
  public String describe() {
    return "a list";
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
