package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of lists: to find and set them by the fields that identify them (kyaml/yaml/fns.go).
 */
public final class Elements {
  private Elements() {}

  /** The elements; a null has none. */
  public static List<MutableNode> of(MutableNode list) {
    Kinds.require(list, NodeKind.SEQUENCE);
    return List.copyOf(list.content());
  }

  /**
   * The first element in which every key's field has the value beside it; without a key, the first
   * scalar with the value (kyaml ElementMatcher).
   */
  public static @Nullable MutableNode find(
      MutableNode list, List<String> keys, List<String> values) {
    Kinds.require(list, NodeKind.SEQUENCE);
    String firstKey = keys.isEmpty() ? "" : keys.getFirst();
    if (firstKey.isEmpty()) {
      String wanted = values.isEmpty() ? "" : values.getFirst();
      for (MutableNode element : list.content()) {
        if (element.value().equals(wanted)) {
          return element;
        }
      }
      return null;
    }
    for (MutableNode element : list.content()) {
      if (fits(element, keys, values)) {
        return element;
      }
    }
    return null;
  }

  private static boolean fits(MutableNode element, List<String> keys, List<String> values) {
    if (!element.is(NodeKind.MAPPING) || element.isTaggedNull()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      MutableNode field = Fields.find(element, keys.get(i));
      if (field == null || !field.value().equals(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first element that has the field, whatever its value. */
  public static @Nullable MutableNode findWithField(MutableNode list, String field) {
    for (MutableNode element : list.content()) {
      MutableNode value = Fields.find(element, field);
      if (value != null) {
        return element;
      }
    }
    return null;
  }

  /**
   * Puts {@code element} in the place of the one that the keys identify, or at the end; null
   * removes. Empty elements disappear on the way (kyaml ElementSetter).
   */
  public static void set(
      MutableNode list, @Nullable MutableNode element, List<String> keys, List<String> values) {
    Kinds.require(list, NodeKind.SEQUENCE);
    List<String> names = keys.isEmpty() ? List.of("") : keys;
    boolean byFields =
        !names.getFirst().isEmpty() && !values.isEmpty() && !values.getFirst().isEmpty();
    List<MutableNode> kept = new ArrayList<>(list.content().size() + 1);
    boolean found = false;
    for (MutableNode old : list.content()) {
      if (old.isTaggedNull() || (old.is(NodeKind.MAPPING) && old.content().isEmpty())) {
        continue;
      }
      if (byFields && !old.is(NodeKind.MAPPING)) {
        kept.add(old);
      } else if (!identifies(old, names, values)) {
        if (!values.isEmpty()) {
          kept.add(old);
        }
      } else {
        found = true;
        if (element != null) {
          kept.add(element);
        }
      }
    }
    if (!found && element != null && !element.isTaggedNull()) {
      kept.add(element);
    }
    list.setContent(kept);
  }

  private static boolean identifies(MutableNode element, List<String> keys, List<String> values) {
    boolean known = false;
    for (int i = 0; i < keys.size() && i < values.size(); i++) {
      known = matches(element, keys.get(i), values.get(i));
      if (!known) {
        return false;
      }
    }
    // With fewer values than keys the last comparison stands for the rest.
    return known;
  }

  /** kyaml FieldMatcher: an empty name means the element itself, an empty value any value. */
  private static boolean matches(MutableNode element, String key, String value) {
    if (key.isEmpty()) {
      Kinds.require(element, NodeKind.SCALAR);
      return element.value().equals(value);
    }
    MutableNode field = Fields.get(element, key);
    return field != null && (value.isEmpty() || field.value().equals(value));
  }
}
