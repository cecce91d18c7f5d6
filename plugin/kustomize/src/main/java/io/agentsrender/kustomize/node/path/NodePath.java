package io.agentsrender.kustomize.node.path;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Follows a path to the one node it names (kyaml PathGetter). */
public final class NodePath {
  private NodePath() {}

  /**
   * The node at the end of the path: field names, indexes ({@code -} for the last element) and
   * {@code [field=value]}; null where a part is missing.
   */
  public static @Nullable MutableNode find(@Nullable MutableNode from, List<String> path) {
    return follow(from, path, NodeKind.NONE);
  }

  public static @Nullable MutableNode find(@Nullable MutableNode from, String... path) {
    return follow(from, List.of(path), NodeKind.NONE);
  }

  /** As {@link #find}, making what is missing; the last part becomes a node of {@code kind}. */
  public static @Nullable MutableNode findOrCreate(
      @Nullable MutableNode from, NodeKind kind, List<String> path) {
    return follow(from, path, kind);
  }

  public static @Nullable MutableNode findOrCreate(
      @Nullable MutableNode from, NodeKind kind, String... path) {
    return follow(from, List.of(path), kind);
  }

  private static @Nullable MutableNode follow(
      @Nullable MutableNode from, List<String> path, NodeKind create) {
    MutableNode node = from;
    int at = next(path, 0);
    while (at < path.size() && node != null) {
      int after = next(path, at + 1);
      String following = after < path.size() ? path.get(after).strip() : "";
      node = step(node, path.get(at).strip(), following, create);
      at = after;
    }
    return node;
  }

  /** The index of the next part that says something. */
  private static int next(List<String> path, int from) {
    int at = from;
    while (at < path.size() && path.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static @Nullable MutableNode step(
      MutableNode node, String part, String next, NodeKind create) {
    OptionalInt index = Integers.parse(part);
    if (index.isPresent()) {
      if (index.getAsInt() < 0) {
        throw BuildFailure.of("array index " + index.getAsInt() + " cannot be negative");
      }
      return element(node, index.getAsInt());
    }
    if (part.equals("-")) {
      return element(node, Elements.of(node).size() - 1);
    }
    if (part.equals("*")) {
      throw BuildFailure.of("wildcard is not supported in PathGetter");
    }
    if (FieldPath.isElementPart(part)) {
      return element(node, part, create);
    }
    return create == NodeKind.NONE
        ? Fields.get(node, part)
        : Fields.getOrCreate(node, part, FieldPath.kindBefore(next, create));
  }

  private static @Nullable MutableNode element(MutableNode list, int index) {
    List<MutableNode> elements = Elements.of(list);
    return index >= 0 && index < elements.size() ? elements.get(index) : null;
  }

  private static @Nullable MutableNode element(MutableNode list, String part, NodeKind create) {
    ElementPart picked = ElementPart.parse(part);
    List<String> key = List.of(picked.field());
    List<String> value = List.of(picked.value());
    MutableNode found = Elements.find(list, key, value);
    if (found == null && create != NodeKind.NONE && !list.isTaggedNull()) {
      found = picked.newElement();
      list.content().add(found);
    }
    return found;
  }
}
