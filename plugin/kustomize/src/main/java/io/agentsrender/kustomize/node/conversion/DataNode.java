package io.agentsrender.kustomize.node.conversion;

import io.agentsrender.kustomize.failure.BuildFailure;
import io.agentsrender.kustomize.node.MutableNode;
import io.agentsrender.kustomize.node.Tag;
import io.agentsrender.yaml.ScalarStyle;
import io.agentsrender.yaml.scalar.GoFloat;
import io.agentsrender.yaml.scalar.ScalarResolver;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes nodes of plain values, as kustomize does by writing them down and reading that. */
public final class DataNode {
  private DataNode() {}

  /**
   * As yaml.v3 writes Go values (kyaml FromMap): every number that comes from JSON is a float64
   * there.
   *
   * @throws BuildFailure where kustomize cannot read what it wrote
   */
  public static MutableNode of(@Nullable Object value) {
    return switch (value) {
      case null -> MutableNode.tagged(Tag.NULL, "null");
      case Boolean flag -> MutableNode.tagged(Tag.BOOL, flag.toString());
      case Long number -> number(GoFloat.shortest(number.doubleValue()));
      case BigInteger number -> number(GoFloat.shortest(number.doubleValue()));
      case Double number -> number(GoFloat.shortest(number));
      case String text -> text(text);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> throw new IllegalArgumentException("no plain value: " + value.getClass());
    };
  }

  /** As yaml.v3 reads JSON: every text is quoted, whole numbers stay whole. */
  public static MutableNode ofJson(@Nullable Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case Long integer -> number(integer.toString());
      case BigInteger integer -> number(integer.toString());
      case Double number -> number(GoFloat.json(number));
      case List<?> list -> {
        MutableNode node = emptyList();
        node.setFlow();
        list.forEach(element -> node.content().add(ofJson(element)));
        yield node;
      }
      case Map<?, ?> map -> {
        MutableNode node = emptyMap();
        node.setFlow();
        map.forEach((key, below) -> {
          node.content().add(quoted((String) key));
          node.content().add(ofJson(below));
        });
        yield node;
      }
      case null, default -> of(value);
    };
  }

  private static MutableNode quoted(String text) {
    MutableNode node = MutableNode.tagged(Tag.STRING, text);
    node.setStyle(ScalarStyle.DOUBLE_QUOTED);
    return node;
  }

  private static MutableNode emptyList() {
    MutableNode node = MutableNode.list();
    node.setTag(Tag.LIST);
    return node;
  }

  private static MutableNode emptyMap() {
    MutableNode node = MutableNode.map();
    node.setTag(Tag.MAP);
    return node;
  }

  private static MutableNode number(String text) {
    return MutableNode.tagged(Scalars.tagOfPlain(text), text);
  }

  private static MutableNode text(String text) {
    MutableNode node = MutableNode.string(text);
    if (text.indexOf('\n') < 0 && needsQuotes(text)) {
      node.setStyle(ScalarStyle.DOUBLE_QUOTED);
    }
    Scalars.requireReadable(node);
    return node;
  }

  private static boolean needsQuotes(String text) {
    return !ScalarResolver.V3.isText(text) || !ScalarResolver.V2.isText(text);
  }

  private static MutableNode list(List<?> list) {
    MutableNode node = emptyList();
    for (Object element : list) {
      node.content().add(of(element));
    }
    return node;
  }

  private static MutableNode map(Map<?, ?> map) {
    MutableNode node = emptyMap();
    map.forEach((key, value) -> {
      node.content().add(text((String) key));
      node.content().add(of(value));
    });
    return node;
  }
}
