package io.agentsrender.helm.schema.jsonschema.keyword;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members and items of a value no keyword has looked at yet; empty where nobody will ask.
 *
 * @param members their names, in the value's order
 */
record Unevaluated(Set<String> members, BitSet items) {
  private static final Unevaluated NONE = new Unevaluated(Collections.emptySet(), new BitSet());

  static Unevaluated of(@Nullable Object value, Subschema schema, boolean callerAsks) {
    if (value instanceof Map<?, ?> object) {
      boolean asked = callerAsks || schema.asksForMembers();
      if (asked && !schema.looksAtAllMembers()) {
        Set<String> members = new LinkedHashSet<>();
        object.keySet().forEach(name -> members.add((String) name));
        return new Unevaluated(members, new BitSet());
      }
    } else if (value instanceof List<?> array) {
      boolean asked = callerAsks || schema.asksForItems();
      if (asked && !schema.looksAtAllItems() && schema.itemsLookedAt() < array.size()) {
        BitSet items = new BitSet(array.size());
        items.set(schema.itemsLookedAt(), array.size());
        return new Unevaluated(Collections.emptySet(), items);
      }
    }
    return NONE;
  }

  boolean isEmpty() {
    return members.isEmpty() && items.isEmpty();
  }

  /** Takes out what another schema that holds for the same value has looked at. */
  void keepOnly(Unevaluated other) {
    if (!isEmpty()) {
      members.retainAll(other.members);
      items.and(other.items);
    }
  }
}
