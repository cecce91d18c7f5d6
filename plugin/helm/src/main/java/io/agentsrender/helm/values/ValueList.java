package io.agentsrender.helm.values;

import io.agentsrender.gotemplate.value.GoSlice;
import io.agentsrender.source.Position;
import io.agentsrender.yaml.ListNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values, shared by reference like a Go slice. */
public final class ValueList implements Value {
  private List<Value> elements;
  private final @Nullable ListNode node;

  /** Whether the node holds the same as this list, and not just the place of it. */
  private final boolean exact;

  private @Nullable ValueList source;
  private boolean frozen;

  /** Made when it is first asked for; only of a frozen list. */
  private volatile @Nullable GoSlice goSlice;

  public ValueList(List<? extends Value> elements) {
    this(elements, null, false);
  }

  private ValueList(List<? extends Value> elements, @Nullable ListNode node, boolean exact) {
    this.elements = new ArrayList<>(elements);
    this.node = node;
    this.exact = exact;
  }

  /** A list of exactly what the node holds. */
  static ValueList of(ListNode node, List<? extends Value> elements) {
    return new ValueList(elements, node, true);
  }

  /** A list that grew out of this one. */
  public ValueList grownTo(List<? extends Value> more) {
    return new ValueList(more, node, false);
  }

  @Override
  public @Nullable Position position() {
    return node == null ? null : node.position();
  }

  public int size() {
    return elements.size();
  }

  public Value get(int index) {
    Value element = elements.get(index);
    if (source != null && !(element instanceof ScalarValue)) {
      own();
      element = elements.get(index);
    }
    return element;
  }

  public void set(int index, Value value) {
    own();
    elements.set(index, value);
  }

  /** The elements as they are now. */
  public List<Value> elements() {
    if (source != null) {
      own();
    }
    return List.copyOf(elements);
  }

  private void own() {
    if (frozen) {
      throw new IllegalStateException("a frozen list cannot change");
    }
    if (source != null) {
      List<Value> copies = new ArrayList<>(elements.size());
      elements.forEach(element -> copies.add(element.copy()));
      elements = copies;
      source = null;
    }
  }

  private @Nullable ValueList frozenSource() {
    return frozen ? this : source;
  }

  /** The node of which this is an unchanged copy; null where it is none. */
  @Nullable ListNode unchangedNode() {
    ValueList unchanged = frozenSource();
    return unchanged != null && unchanged.exact ? unchanged.node : null;
  }

  /** The frozen Go slice of which this is an unchanged copy; null where it is none. */
  @Nullable GoSlice frozenSlice() {
    ValueList unchanged = frozenSource();
    return unchanged == null ? null : unchanged.ownFrozenSlice();
  }

  /** The Go slice of a frozen list, made at most once by each thread that races for it. */
  GoSlice ownFrozenSlice() {
    GoSlice known = goSlice;
    if (known == null) {
      known = GoValues.freeze(this);
      goSlice = known;
    }
    return known;
  }

  @Override
  public ValueList freeze() {
    if (!frozen) {
      own();
      elements.forEach(Value::freeze);
      frozen = true;
    }
    return this;
  }

  @Override
  public ValueList copy() {
    ValueList unchanged = frozenSource();
    ValueList copy = new ValueList(List.of(), node, false);
    if (unchanged == null) {
      elements.forEach(element -> copy.elements.add(element.copy()));
    } else {
      copy.elements = elements;
      copy.source = unchanged;
    }
    return copy;
  }
}
