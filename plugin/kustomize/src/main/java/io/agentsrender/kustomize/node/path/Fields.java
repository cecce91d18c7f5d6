package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import io.agentsrender.kustomize.node.conversion.Scalars;
import io.agentsrender.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The fields of mappings: to find, set and remove them (kyaml/yaml/fns.go). */
public final class Fields {
  private Fields() {}

  /** The node, unless there is nothing or a null (kyaml IsMissingOrNull). */
  public static @Nullable MutableNode present(@Nullable MutableNode node) {
    return node == null || node.isTaggedNull() ? null : node;
  }

  /** The value of the first field of that name, whatever {@code node} is (kyaml RNode.Field). */
  public static @Nullable MutableNode find(@Nullable MutableNode node, String name) {
    if (node == null || !node.is(NodeKind.MAPPING)) {
      return null;
    }
    List<MutableNode> content = node.content();
    for (int i = 0; i + 1 < content.size(); i += 2) {
      if (content.get(i).value().equals(name)) {
        return content.get(i + 1);
      }
    }
    return null;
  }

  /** The key of the first field of that name. */
  public static @Nullable MutableNode findKey(@Nullable MutableNode node, String name) {
    if (node == null || !node.is(NodeKind.MAPPING)) {
      return null;
    }
    List<MutableNode> content = node.content();
    for (int i = 0; i + 1 < content.size(); i += 2) {
      if (content.get(i).value().equals(name)) {
        return content.get(i);
      }
    }
    return null;
  }

  /**
   * The value of the first field of that name; nothing is in nothing, and only mappings may be
   * asked (kyaml FieldMatcher).
   */
  public static @Nullable MutableNode get(@Nullable MutableNode map, String name) {
    if (map == null || map.isTaggedNull()) {
      return null;
    }
    Kinds.require(map, NodeKind.MAPPING);
    return find(map, name);
  }

  /** The value of the first field of that name, made by {@link #set} where it is missing. */
  public static @Nullable MutableNode getOrCreate(
      @Nullable MutableNode map, String name, NodeKind kind) {
    MutableNode found = get(map, name);
    if (found != null || map == null || map.isTaggedNull()) {
      return found;
    }
    return set(map, name, MutableNode.of(kind));
  }

  /**
   * Sets a field: one that exists becomes {@code value} but keeps its style, so that every place it
   * stands in changes; null removes it (kyaml FieldSetter with a name).
   *
   * @return the node that now stands there, or null where it was removed
   */
  public static @Nullable MutableNode set(
      MutableNode map, String name, @Nullable MutableNode value) {
    return set(map, name, value, ScalarStyle.PLAIN, false);
  }

  /**
   * As {@link #set(MutableNode, String, MutableNode)}.
   *
   * @param keyStyle how a new key is written
   * @param keepNull whether a null is a value to be set
   */
  public static @Nullable MutableNode set(
      MutableNode map,
      String name,
      @Nullable MutableNode value,
      ScalarStyle keyStyle,
      boolean keepNull) {
    if (value == null || (value.isTaggedNull() && !keepNull)) {
      remove(map, name);
      return null;
    }
    quoteForYaml11(value);
    MutableNode field = get(map, name);
    if (field != null) {
      value.takeStyleOf(field);
      field.become(value);
      return field;
    }
    MutableNode key = MutableNode.scalar(name);
    key.setStyle(keyStyle);
    List<MutableNode> content = map.content();
    content.add(key);
    content.add(value);
    return value;
  }

  /** Makes a scalar's text and tag those of {@code value}, in its own style (kyaml FieldSetter). */
  public static void setScalar(MutableNode scalar, MutableNode value) {
    quoteForYaml11(value);
    Kinds.require(scalar, NodeKind.SCALAR);
    if (value.isTaggedNull()) {
      return;
    }
    value.takeStyleOf(scalar);
    scalar.become(value);
  }

  private static void quoteForYaml11(MutableNode value) {
    if (value.isString() && value.hasNoStyle() && Scalars.isYaml11NonString(value.value())) {
      value.setStyle(ScalarStyle.DOUBLE_QUOTED);
    }
  }

  /** Removes the first field of that name (kyaml FieldClearer). */
  public static void remove(@Nullable MutableNode map, String name) {
    if (map == null) {
      return;
    }
    Kinds.require(map, NodeKind.MAPPING);
    List<MutableNode> content = map.content();
    for (int i = 0; i + 1 < content.size(); i += 2) {
      if (content.get(i).value().equals(name)) {
        content.remove(i + 1);
        content.remove(i);
        return;
      }
    }
  }

  /** The names in order, repeated ones too. */
  public static List<String> names(MutableNode map) {
    Kinds.require(map, NodeKind.MAPPING);
    List<MutableNode> content = map.content();
    List<String> names = new ArrayList<>(content.size() / 2);
    for (int i = 0; i + 1 < content.size(); i += 2) {
      names.add(content.get(i).value());
    }
    return names;
  }

  /** Visits each field; of a repeated name it sees the first every time (kyaml VisitFields). */
  public static void visit(MutableNode map, BiConsumer<String, MutableNode> visitor) {
    Kinds.require(map, NodeKind.MAPPING);
    List<MutableNode> content = map.content();
    List<MutableNode> before = List.copyOf(content);
    for (int i = 0; i + 1 < before.size(); i += 2) {
      String name = before.get(i).value();
      boolean stays = i + 1 < content.size() && content.get(i) == before.get(i);
      MutableNode value =
          stays && !isAmongKeys(content, i, name) ? content.get(i + 1) : find(map, name);
      if (value != null) {
        visitor.accept(name, value);
      }
    }
  }

  private static boolean isAmongKeys(List<MutableNode> content, int end, String name) {
    for (int i = 0; i < end; i += 2) {
      if (content.get(i).value().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The texts of a mapping's scalars by key, sorted; nulls are empty (kyaml GetDataMap). */
  public static Map<String, String> texts(@Nullable MutableNode map) {
    Map<String, String> texts = new TreeMap<>();
    if (map != null && map.is(NodeKind.MAPPING)) {
      visit(map, (name, value) -> texts.put(name, value.isTaggedNull() ? "" : value.value()));
    }
    return texts;
  }
}
