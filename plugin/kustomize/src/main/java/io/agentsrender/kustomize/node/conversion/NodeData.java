package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a tree, as kustomize has them to make JSON of them: mostly after it wrote the tree
 * as YAML and read that again.
 */
public final class NodeData {
  private NodeData() {}

  /**
   * @return null, Boolean, Long, BigInteger, Double, String, List or Map
   * @throws BuildFailure for repeated keys, keys that are no text, and what JSON cannot hold
   */
  public static @Nullable Object of(MutableNode node) {
    return of(node, Passage.WRITTEN);
  }

  private static @Nullable Object of(MutableNode node, Passage passage) {
    return switch (node.kind()) {
      case NONE -> null;
      case SCALAR -> finite(node, Scalars.value(node, passage));
      case SEQUENCE -> list(node, passage);
      case MAPPING -> map(node, passage, false);
    };
  }

  /** The fields of a whole object, whose own keys may be any scalars. */
  public static Map<String, @Nullable Object> ofObject(MutableNode node) {
    return ofObject(node, Passage.WRITTEN);
  }

  /** The fields of a whole object, whose own keys may be any scalars. */
  public static Map<String, @Nullable Object> ofObject(MutableNode node, Passage passage) {
    return node.is(NodeKind.MAPPING) ? map(node, passage, true) : new LinkedHashMap<>();
  }

  private static List<@Nullable Object> list(MutableNode node, Passage passage) {
    Passage inside = passage.into(node);
    List<MutableNode> content = node.content();
    List<@Nullable Object> list = new ArrayList<>(content.size());
    for (MutableNode element : content) {
      list.add(of(element, inside));
    }
    return list;
  }

  private static Map<String, @Nullable Object> map(
      MutableNode node, Passage passage, boolean anyKeys) {
    Passage inside = passage.into(node);
    List<MutableNode> content = node.content();
    Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(content.size() / 2);
    for (int i = 0; i + 1 < content.size(); i += 2) {
      MutableNode key = content.get(i);
      if (anyKeys && key.isTaggedNull()) {
        continue;
      }
      if (!anyKeys && !Scalars.isTextKey(key)) {
        throw BuildFailure.of("json: unsupported type: map[interface {}]interface {}")
            .at(key.position())
            .withAdvice("Put the key \"" + key.value() + "\" in quotes, so that it is text.");
      }
      if (map.containsKey(key.value())) {
        throw repeated(content, key);
      }
      map.put(key.value(), of(content.get(i + 1), inside));
    }
    return map;
  }

  private static BuildFailure repeated(List<MutableNode> content, MutableNode key) {
    Map<String, MutableNode> first = new HashMap<>();
    for (int i = 0; i + 1 < content.size(); i += 2) {
      first.putIfAbsent(content.get(i).value(), content.get(i));
    }
    return BuildFailure.of(
            "yaml: unmarshal errors:\n  line "
                + line(key)
                + ": mapping key \""
                + key.value()
                + "\" already defined at line "
                + line(first.getOrDefault(key.value(), key)))
        .at(key.position())
        .withAdvice("Remove one of the two.");
  }

  private static int line(MutableNode node) {
    return node.position() == null ? 0 : node.position().line();
  }

  private static @Nullable Object finite(MutableNode node, @Nullable Object value) {
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      String name = number.isNaN() ? "NaN" : number > 0 ? "+Inf" : "-Inf";
      throw BuildFailure.of("json: unsupported value: " + name).at(node.position());
    }
    return value;
  }
}
